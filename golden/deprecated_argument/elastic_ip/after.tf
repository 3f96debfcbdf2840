resource "aws_eip" "nat" {
  count  = 2
  domain = "vpc" # not EC2-Classic
  tags   = { Name = "nat" }
}

resource "aws_cloudwatch_event_rule" "main" {
  name                = "nightly"
  schedule_expression = "rate(1 day)"
  state               = "DISABLED"
}
