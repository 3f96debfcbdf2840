# One for all.
provider "aws" {}

variable "environment" {
  type    = string
  default = "dev"
}

resource "aws_nat_gateway" "main" {
  subnet_id = "subnet-1"
}
