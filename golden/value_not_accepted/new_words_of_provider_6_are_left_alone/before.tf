# Version 6 may take what version 5 does not.
resource "aws_lb_target_group" "main" {
  port     = 80
  protocol = "QUIC"
  vpc_id   = var.vpc_id
}
