# Both forms are legal here.
resource "aws_security_group" "main" {
  vpc_id  = aws_vpc.main.id
  ingress = []
  egress = [{
    from_port        = 0
    to_port          = 0
    protocol         = "-1"
    cidr_blocks      = ["0.0.0.0/0"]
    description      = ""
    ipv6_cidr_blocks = []
    prefix_list_ids  = []
    security_groups  = []
    self             = false
  }]
}
