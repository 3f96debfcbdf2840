resource "aws_internet_gateway" "main" {}

resource "aws_route_table" "public" {
  vpc_id = var.vpc_id

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }
}

# Whatever this one was meant for, the table has no room for a second way out.
resource "aws_route" "internet" {
  route_table_id = aws_route_table.public.id
  gateway_id     = aws_internet_gateway.main.id
}

variable "vpc_id" {
  type = string
}
