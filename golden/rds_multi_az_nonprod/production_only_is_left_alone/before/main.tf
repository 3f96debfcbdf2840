# There is nothing but production.
provider "aws" {}

variable "environment" {
  type    = string
  default = "production"
}

resource "aws_db_instance" "main" {
  identifier = "orders-${var.environment}"
  engine     = "postgres"
  multi_az   = true
}
