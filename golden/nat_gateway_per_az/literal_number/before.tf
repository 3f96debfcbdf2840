provider "aws" {}

variable "environment" {
  type    = string
  default = "dev"
}

resource "aws_eip" "nat" {
  count = 2 # as many as gateways
}

resource "aws_nat_gateway" "main" {
  count         = 2
  allocation_id = aws_eip.nat[count.index].id
  subnet_id     = "subnet-${count.index}"
}

resource "aws_route" "private" {
  count                  = 2
  route_table_id         = "rtb-${count.index}"
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = element(aws_nat_gateway.main[*].id, count.index)
}
