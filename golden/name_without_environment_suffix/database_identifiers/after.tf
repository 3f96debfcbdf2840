provider "aws" {
  region = "eu-west-1"
}

variable "subnet_ids" {
  type = list(string)
}

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = ""
}

locals {
  name_suffix = var.environment_suffix == "" ? "" : "-${var.environment_suffix}"
}

resource "aws_db_subnet_group" "orders" {
  name       = "orders-db${local.name_suffix}"
  subnet_ids = var.subnet_ids
}

resource "aws_db_instance" "orders" {
  identifier                  = "orders-db${local.name_suffix}"
  engine                      = "postgres"
  instance_class              = "db.t4g.micro"
  allocated_storage           = 20
  db_name                     = "orders" # inside the server, no suffix
  username                    = "orders"
  manage_master_user_password = true
  db_subnet_group_name        = aws_db_subnet_group.orders.name
  final_snapshot_identifier   = "orders-db-final"
}
