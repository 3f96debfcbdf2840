project_name = "orders"
