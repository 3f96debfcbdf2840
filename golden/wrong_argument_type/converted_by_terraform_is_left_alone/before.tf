# Terraform makes of these what is wanted.
resource "aws_db_instance" "main" {
  instance_class    = "db.t4g.micro"
  allocated_storage = "20"
  multi_az          = "true"
  port              = "5432"
  storage_encrypted = "1"
  identifier        = 4
}

resource "aws_security_group_rule" "main" {
  type              = "ingress"
  from_port         = "443"
  to_port           = 443
  protocol          = 6
  cidr_blocks       = ["10.0.0.0/8"]
  security_group_id = null
}
