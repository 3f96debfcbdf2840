locals {
  writes_logs = {
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"] # what the runtime writes
      Resource = "${aws_cloudwatch_log_group.orders.arn}:*"
    }]
  }
}

resource "aws_iam_role" "orders" {
  name_prefix        = "orders"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "logs" {
  role   = aws_iam_role.orders.id
  policy = jsonencode(local.writes_logs)
}

resource "aws_cloudwatch_log_group" "orders" {
  name              = "/aws/lambda/orders"
  retention_in_days = 14
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = aws_iam_role.orders.arn
  handler       = "orders.handler"
  runtime       = "python3.12"
  filename      = "orders.zip"
  depends_on    = [aws_cloudwatch_log_group.orders]
}
