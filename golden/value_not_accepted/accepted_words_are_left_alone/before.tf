resource "aws_cloudwatch_log_group" "main" {
  name              = "/app"
  retention_in_days = 0 # for ever
}

resource "aws_lb_target_group" "main" {
  port        = 80
  protocol    = "HTTP"
  target_type = var.type
  vpc_id      = var.vpc_id
}

# Here, case does not matter.
resource "aws_security_group_rule" "main" {
  type              = "ingress"
  from_port         = 443
  to_port           = 443
  protocol          = "TCP"
  security_group_id = var.group
}
