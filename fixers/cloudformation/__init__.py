"""Templates of CloudFormation: how they are put together."""
