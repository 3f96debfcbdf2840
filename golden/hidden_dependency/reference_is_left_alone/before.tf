resource "aws_sns_topic" "alarms" {
  name = "alarms"
}

# What it names, it waits for.
resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "errors"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.alarms.arn]
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = aws_iam_role.orders.arn
  image_uri     = "orders"
  package_type  = "Image"
  environment {
    variables = { POLICY = local.policy }
  }
}

locals {
  policy = aws_iam_role_policy.orders.name
}

resource "aws_iam_role" "orders" {
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "orders" {
  role   = aws_iam_role.orders.id
  policy = "{}"
}
