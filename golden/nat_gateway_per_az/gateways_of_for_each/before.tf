provider "aws" {}

variable "environment" {
  type    = string
  default = "dev"
}

variable "public_subnets" {
  type = map(string)
}

# Keyed by the zone
resource "aws_nat_gateway" "main" {
  for_each  = var.public_subnets
  subnet_id = each.value
}
