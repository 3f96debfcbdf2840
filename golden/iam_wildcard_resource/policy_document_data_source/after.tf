data "aws_iam_policy_document" "notifier" {
  statement {
    sid       = "Notify"
    actions   = ["sns:Publish", "sns:ListTopics"]
    resources = ["*"] # whichever topic
  }

  statement {
    effect    = "Allow"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.notifier.arn}:*"]
  }
}

resource "aws_iam_role" "notifier" {
  name               = "notifier"
  assume_role_policy = file("trust.json")
}

resource "aws_iam_role_policy" "notifier" {
  role   = aws_iam_role.notifier.id
  policy = data.aws_iam_policy_document.notifier.json
}

resource "aws_sns_topic" "alerts" {
  name = "alerts"
}

resource "aws_cloudwatch_log_group" "notifier" {
  name = "/aws/lambda/${local.notifier}"
}

locals {
  notifier = "${var.project}-notifier"
}

variable "project" {
  type = string
}

resource "aws_lambda_function" "notifier" {
  function_name = local.notifier
  role          = aws_iam_role.notifier.arn
  handler       = "notifier.handler"
  runtime       = "python3.12"
  filename      = "notifier.zip"

  environment {
    variables = { TOPIC = aws_sns_topic.alerts.arn }
  }
}
