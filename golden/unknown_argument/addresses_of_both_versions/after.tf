resource "aws_route" "internet" {
  route_table_id         = "rtb-0123456789abcdef0"
  destination_cidr_block = "0.0.0.0/0" # everything
  gateway_id             = "igw-0123456789abcdef0"
}

resource "aws_route" "internet_of_6" {
  route_table_id         = "rtb-0123456789abcdef0"
  destination_cidr       = "::/0"
  egress_only_gateway_id = "eigw-0123456789abcdef0"
}

resource "aws_vpc_security_group_ingress_rule" "https" {
  security_group_id = "sg-0123456789abcdef0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr              = "10.0.0.0/16"
}
