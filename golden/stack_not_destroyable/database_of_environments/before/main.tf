variable "environment" {
  type = string
}

provider "aws" {
  region = "eu-central-1"
}

# orders
resource "aws_db_instance" "orders" {
  identifier          = "orders-${var.environment}"
  engine              = "postgres"
  instance_class      = "db.t4g.micro"
  deletion_protection = true
}
