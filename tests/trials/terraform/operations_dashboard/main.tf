terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

data "aws_region" "current" {}

resource "aws_cloudwatch_log_group" "app" {
  name              = "/app/operations"
  retention_in_days = 30
}

resource "aws_cloudwatch_log_metric_filter" "errors" {
  name           = "errors"
  pattern        = "ERROR"
  log_group_name = aws_cloudwatch_log_group.app.name

  metric_transformation = {
    name      = "ErrorCount"
    namespace = "App"
    value     = "1"
  }
}

resource "aws_cloudwatch_dashboard" "operations" {
  name = "operations"

  dashboard_body = {
    widgets = [{
      type   = "metric"
      width  = 12
      height = 6
      properties = {
        title   = "Worker errors"
        region  = data.aws_region.current.name
        metrics = [["AWS/Lambda", "Errors", "FunctionName", aws_lambda_function.worker.function_name]]
      }
    }]
  }
}
