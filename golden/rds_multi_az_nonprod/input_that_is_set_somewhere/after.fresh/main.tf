provider "aws" {}

variable "environment" {
  type    = string
  default = "dev"
}

variable "db_multi_az" {
  description = "Keep a standby of the database in another availability zone"
  type        = bool
  default     = true
}

resource "aws_db_instance" "main" {
  identifier = "orders-${var.environment}"
  engine     = "postgres"
  multi_az   = var.db_multi_az # always
}
