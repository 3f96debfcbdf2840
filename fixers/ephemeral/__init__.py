"""What short-lived deployments trip over."""
