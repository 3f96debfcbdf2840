resource "aws_eip" "main" {
  vpc = var.in_vpc # by environment
}
