resource "aws_iam_role" "aggregator" {
  name               = "aggregator"
  assume_role_policy = data.aws_iam_policy_document.lambda.json
}

data "aws_iam_policy_document" "lambda" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

resource "aws_iam_role_policy" "aggregator" {
  name = "aggregator"
  role = aws_iam_role.aggregator.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Logs" # what the runtime writes
        Effect   = "Allow"
        Action   = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = "arn:aws:logs:${var.aws_region}:*:*"
      },
      {
        Effect   = "Allow"
        Action   = ["cloudwatch:GetMetricData"]
        Resource = "*"
      }
    ]
  })
}

resource "aws_cloudwatch_log_group" "aggregator" {
  name              = "/aws/lambda/metrics-aggregator"
  retention_in_days = 14
}

resource "aws_lambda_function" "aggregator" {
  function_name = "metrics-aggregator"
  role          = aws_iam_role.aggregator.arn
  handler       = "aggregator.handler"
  runtime       = "python3.12"
  filename      = "aggregator.zip"

  depends_on = [aws_cloudwatch_log_group.aggregator, aws_iam_role_policy.aggregator]
}

variable "aws_region" {
  type = string
}
