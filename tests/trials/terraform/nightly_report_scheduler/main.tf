terraform {
  required_version = ">= 1.3"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.40"
    }
    archive = {
      source  = "hashicorp/archive"
      version = "~> 2.4"
    }
  }
}

provider "aws" {
  region = var.aws_region
}

data "archive_file" "report" {
  type        = "zip"
  source_file = "${path.module}/src/report.py"
  output_path = "${path.module}/report.zip"
}

resource "aws_iam_role" "report" {
  name = "nightly-report"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Action    = "sts:AssumeRole"
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "vpc" {
  role       = aws_iam_role.report.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole"
}

resource "aws_security_group" "report" {
  name_prefix = "nightly-report-"
  vpc_id      = var.vpc_id

  egress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_lambda_function" "report" {
  function_name    = "nightly-report"
  role             = aws_iam_role.report.arn
  runtime          = "python3.12"
  handler          = "report.handler"
  filename         = data.archive_file.report.output_path
  source_code_hash = data.archive_file.report.output_base64sha256
  timeout          = 300

  vpc_config {
    subnet_ids         = var.subnet_ids
    security_groups = [aws_security_group.report.id]
  }

  environment {
    variables = {
      AWS_REGION    = var.aws_region
      REPORT_BUCKET = var.report_bucket
      LOG_LEVEL     = "INFO"
    }
  }
}

resource "aws_cloudwatch_event_rule" "nightly" {
  name                = "nightly-report"
  description         = "Runs the report every night"
  schedule_expression = "cron(0 2 * * ? *)"

  tags = {
    Team = "finance"
}

resource "aws_cloudwatch_event_target" "report" {
  rule = aws_cloudwatch_event_rule.nightly.name
  arn  = aws_lambda_function.report.arn

  retry_policy {
    maximum_event_age = 3600
    maximum_retry_attempts = "two"
  }
}

resource "aws_lambda_permission" "events" {
  statement_id  = "AllowEventBridge"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.report.function_name
  principal     = "events.amazonaws.com"
  source_arn    = aws_cloudwatch_event_rule.nightly.arn
}
