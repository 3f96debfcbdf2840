# Mirrors are not standbys.
provider "aws" {}

variable "environment" {
  type    = string
  default = "dev"
}

resource "aws_db_instance" "replica" {
  replicate_source_db = "orders"
  multi_az            = true
}

resource "aws_db_instance" "erp" {
  engine   = "sqlserver-se"
  multi_az = true
}

resource "aws_db_instance" "small" {
  engine   = "mysql"
  multi_az = var.environment == "prod"
}
