resource "aws_cloudwatch_log_group" "main" {
  name              = "/app"
  retention_in_days = 60 # a month and a half
}

resource "aws_flow_log" "main" {
  log_destination          = aws_cloudwatch_log_group.main.arn
  max_aggregation_interval = 600
  traffic_type             = "ALL"
  vpc_id                   = var.vpc_id
}
