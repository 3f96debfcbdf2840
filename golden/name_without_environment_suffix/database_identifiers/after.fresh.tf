provider "aws" {
  region = "eu-west-1"
}

variable "subnet_ids" {
  type = list(string)
}

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = "dev"
}

resource "aws_db_subnet_group" "orders" {
  name       = "orders-db-${var.environment_suffix}"
  subnet_ids = var.subnet_ids
}

resource "aws_db_instance" "orders" {
  identifier                  = "orders-db-${var.environment_suffix}"
  engine                      = "postgres"
  instance_class              = "db.t4g.micro"
  allocated_storage           = 20
  db_name                     = "orders" # inside the server, no suffix
  username                    = "orders"
  manage_master_user_password = true
  db_subnet_group_name        = aws_db_subnet_group.orders.name
  final_snapshot_identifier   = "orders-db-final"
}
