"""Names of resources."""
