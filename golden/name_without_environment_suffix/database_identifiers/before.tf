provider "aws" {
  region = "eu-west-1"
}

variable "subnet_ids" {
  type = list(string)
}

resource "aws_db_subnet_group" "orders" {
  name       = "orders-db"
  subnet_ids = var.subnet_ids
}

resource "aws_db_instance" "orders" {
  identifier                  = "orders-db"
  engine                      = "postgres"
  instance_class              = "db.t4g.micro"
  allocated_storage           = 20
  db_name                     = "orders" # inside the server, no suffix
  username                    = "orders"
  manage_master_user_password = true
  db_subnet_group_name        = aws_db_subnet_group.orders.name
  final_snapshot_identifier   = "orders-db-final"
}
