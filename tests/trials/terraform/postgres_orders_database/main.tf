resource "random_password" "db" {
  length           = 32
  special          = true
  override_special = "!#$%&*()-_=+[]{}<>:?"
}

resource "aws_db_subnet_group" "orders" {
  name       = "orders"
  subnet_ids = var.database_subnet_ids
}

resource "aws_security_group" "db" {
  name   = "orders-db"
  vpc_id = var.vpc_id

  ingress {
    description     = "PostgreSQL from the application"
    from_port       = 5432
    to_port         = 5432
    protocol        = "tcp"
    security_groups = [var.app_security_group_id]
  }
}

resource "aws_db_parameter_group" "orders" {
  name   = "orders-postgres15"
  family = "postgres15"

  parameter = [{
    name         = "shared_preload_libraries"
    value        = "pg_stat_statements"
  }, {
    name  = "log_min_duration_statement"
    value = "500"
  }]
}

resource "aws_db_instance" "orders" {
  identifier     = "orders"
  engine         = "postgres"
  engine_version = "15"
  instance_class = "db.t4g.medium"

  allocated_storage     = 50
  max_allocated_storage = 200
  storage_type          = "gp3"
  storage_encrypted     = true

  name  = "orders"
  username = "orders_owner"
  password = random_password.db.result

  db_subnet_group_name   = aws_db_subnet_group.orders.name
  security_group_ids = [aws_security_group.db.id]
  parameter_group_name   = aws_db_parameter_group.orders.name

  backup_retention_period         = 7
  enabled_cloudwatch_logs_exports = ["postgresql_log", "upgrade"]
  skip_final_snapshot             = true
}
