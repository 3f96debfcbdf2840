resource "aws_wafv2_web_acl_association" "edge" {
  alb_arn     = aws_lb.edge.arn # what it protects
  web_acl_arn = var.acl
}

resource "aws_lb" "edge" {
  name    = "edge"
  subnets = var.subnets
}

resource "aws_cloudwatch_event_rule" "hourly" {
  name     = "hourly"
  schedule = "rate(1 hour)"
}

variable "acl" {
  type = string
}

variable "subnets" {
  type = list(string)
}

resource "aws_budgets_budget" "month" {
  name        = "month"
  budget_type = "COST"
  limit_unit  = "USD"
  amount      = "500"
}
