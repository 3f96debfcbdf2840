# Neither of the two is any likelier to be the resource.
resource "aws_wafv2_web_acl_association" "edge" {
  alb         = var.balancer
  stage       = var.stage
  web_acl_arn = var.acl
}

variable "acl" {
  type = string
}

variable "balancer" {
  type = string
}

variable "stage" {
  type = string
}
