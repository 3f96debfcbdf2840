terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

resource "aws_lambda_function" "resize" {
  function_name = "resize"
  role          = "arn:aws:iam::123456789012:role/resize"
  runtime       = "python3.12"
  handler       = "resize.handler"
  filename      = "resize.zip"
  timeout       = "5 minutes" # enough for large pictures
  memory_size   = "1024MB"
}

resource "aws_cloudwatch_log_group" "resize" {
  name              = "/aws/lambda/resize"
  retention_in_days = "thirty"
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "errors"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = "two"
  metric_name         = "Errors"
  namespace           = "AWS/Lambda"
  period              = "60"
  statistic           = "Sum"
  threshold           = 1
}

resource "aws_eks_cluster" "main" {
  name                      = "main"
  role_arn                  = "arn:aws:iam::123456789012:role/main"
  enabled_cluster_log_types = "api,audit"

  vpc_config {
    subnet_ids = var.subnet_id
  }
}

variable "subnet_id" {
  type = string
}

resource "aws_cloudwatch_log_group" "audit" {
  name              = "/audit"
  retention_in_days = "forever"
}
