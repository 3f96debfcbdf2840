provider "aws" {}

variable "environment" {
  type    = string
  default = "dev"
}

variable "single_nat_gateway" {
  description = "Send all private subnets through one NAT gateway"
  type        = bool
  default     = false
}

locals {
  nat_gateway_count = var.single_nat_gateway ? 1 : 2
}

resource "aws_eip" "nat" {
  count = local.nat_gateway_count
}

# The route goes round.
resource "aws_nat_gateway" "main" {
  count         = local.nat_gateway_count
  allocation_id = aws_eip.nat.*.id[count.index]
  subnet_id     = "subnet-${count.index}"
}

resource "aws_route" "private" {
  count          = 2
  route_table_id = "rtb-${count.index}"
  nat_gateway_id = element(aws_nat_gateway.main.*.id, count.index)
}
