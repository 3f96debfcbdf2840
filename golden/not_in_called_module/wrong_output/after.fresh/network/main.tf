resource "aws_vpc" "this" {
  cidr_block = "10.20.0.0/16"
}

resource "aws_subnet" "inner" {
  count = 2

  vpc_id     = aws_vpc.this.id
  cidr_block = cidrsubnet(aws_vpc.this.cidr_block, 8, count.index)
}

resource "aws_security_group" "api" {
  vpc_id = aws_vpc.this.id
}

output "subnet_ids" {
  value = aws_subnet.inner[*].id
}

output "api_security_group_id" {
  value = aws_security_group.api.id
}
