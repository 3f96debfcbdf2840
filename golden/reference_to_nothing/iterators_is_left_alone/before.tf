variable "rules" {}

resource "aws_security_group" "app" {
  dynamic "ingress" {
    for_each = var.rules
    iterator = security_rule
    content {
      from_port = security_rule.value.port # an iterator is no resource
      to_port   = security_rule.value.port
      protocol  = "tcp"
    }
  }
  tags = { for tag_name in var.rules : tag_name.name => tag_name.port }
}
