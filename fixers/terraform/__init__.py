"""What stands in Terraform code against the schema of its providers."""
