resource "aws_route" "internet" {
  route_table_id = "rtb-0123456789abcdef0"
  cidr_block     = "0.0.0.0/0" # everything
  gateway_id     = "igw-0123456789abcdef0"
}
