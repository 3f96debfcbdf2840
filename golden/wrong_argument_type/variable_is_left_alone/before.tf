resource "aws_subnet" "all" {
  count  = 2
  vpc_id = var.vpc_id
}

resource "aws_db_subnet_group" "main" {
  subnet_ids = aws_subnet.all[*].id # a list already
}

resource "aws_lb" "main" {
  subnets         = var.subnets
  security_groups = "${var.groups}"
}
