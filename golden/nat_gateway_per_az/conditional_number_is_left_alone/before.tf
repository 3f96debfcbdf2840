# Decided already.
provider "aws" {}

variable "environment" {
  type    = string
  default = "dev"
}

variable "single_nat_gateway" {
  type    = bool
  default = false
}

resource "aws_nat_gateway" "main" {
  count     = var.environment == "prod" ? 3 : 1
  subnet_id = "subnet-${count.index}"
}

resource "aws_nat_gateway" "other" {
  count     = var.single_nat_gateway ? 1 : 3
  subnet_id = "subnet-${count.index}"
}
