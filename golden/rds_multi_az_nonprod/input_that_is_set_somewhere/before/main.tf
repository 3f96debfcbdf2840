provider "aws" {}

variable "environment" {
  type    = string
  default = "dev"
}

resource "aws_db_instance" "main" {
  identifier = "orders-${var.environment}"
  engine     = "postgres"
  multi_az   = true # always
}
