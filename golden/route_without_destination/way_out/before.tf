resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route_table" "private" {
  count  = 2
  vpc_id = aws_vpc.main.id
}

# The way out of the public subnets.
resource "aws_route" "internet" {
  route_table_id = aws_route_table.public.id
  gateway_id     = aws_internet_gateway.main.id
}

resource "aws_route" "nat" {
  count          = 2
  route_table_id = aws_route_table.private[count.index].id
  nat_gateway_id = var.nat_gateway_ids[count.index] # one in each zone
}

resource "aws_route" "egress_only" {
  route_table_id         = aws_route_table.private[0].id
  egress_only_gateway_id = aws_egress_only_internet_gateway.main.id
}

resource "aws_egress_only_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

variable "nat_gateway_ids" {
  type = list(string)
}
