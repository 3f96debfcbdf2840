provider "aws" {
  region = "eu-west-1"
}

variable "project_name" {
  description = "First part of every name."
  type        = string
  default     = "orders"
}

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = ""
}

locals {
  name_suffix = var.environment_suffix == "" ? "" : "-${var.environment_suffix}"
}

resource "aws_sns_topic" "alerts" {
  name = "${var.project_name}${local.name_suffix}-alerts"
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "${var.project_name}${local.name_suffix}-errors" # paged at night
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  metric_name         = "Errors"
  namespace           = "AWS/Lambda"
  period              = 300
  statistic           = "Sum"
  threshold           = 0
  alarm_actions       = [aws_sns_topic.alerts.arn]
}
