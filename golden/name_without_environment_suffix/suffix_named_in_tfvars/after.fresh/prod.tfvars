project_name       = "orders"
environment_suffix = "prod"
