# There is nothing but production.
provider "aws" {}

variable "environment" {
  type    = string
  default = "prod"
}

resource "aws_nat_gateway" "main" {
  count     = 3
  subnet_id = "subnet-${count.index}"
}
