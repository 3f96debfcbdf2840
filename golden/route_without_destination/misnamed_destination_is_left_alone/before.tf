resource "aws_route" "internet" {
  route_table_id   = aws_route_table.public.id
  destination_cidr = "0.0.0.0/0" # TF020 knows what it is called
  gateway_id       = aws_internet_gateway.main.id
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}
