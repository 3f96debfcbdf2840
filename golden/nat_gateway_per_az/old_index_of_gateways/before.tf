provider "aws" {}

variable "environment" {
  type    = string
  default = "dev"
}

resource "aws_eip" "nat" {
  count = 2
}

# The route wants a second one.
resource "aws_nat_gateway" "main" {
  count         = 2
  allocation_id = aws_eip.nat.*.id[count.index]
  subnet_id     = "subnet-${count.index}"
}

resource "aws_route" "private" {
  count          = 2
  route_table_id = "rtb-${count.index}"
  nat_gateway_id = aws_nat_gateway.main.*.id[count.index]
}
