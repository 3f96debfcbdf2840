resource "aws_subnet" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_security_group_rule" "main" {
  type              = "ingress"
  from_port         = 443
  to_port           = 443
  protocol          = "tcp"
  cidr_blocks       = "10.0.0.0/8" # only from inside
  security_group_id = var.group
}

resource "aws_db_subnet_group" "main" {
  subnet_ids = aws_subnet.main.id
}

data "aws_iam_policy_document" "main" {
  statement {
    actions   = "s3:GetObject"
    resources = "${var.bucket}/*"
  }
}
