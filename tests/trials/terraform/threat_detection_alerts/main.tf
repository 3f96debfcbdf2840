# GuardDuty findings of severity 7 and up are mailed to the security team

terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

provider "aws" {
  region = var.aws_region
}

variable "alert_email" {
  type        = string
  description = "Address that gets the alerts"
}

resource "aws_guardduty_detector" "main" {
  enable               = true
  publishing_frequency = "FIFTEEN_MINUTES"
}

resource "aws_guardduty_detector_feature" "s3" {
  detector_id = aws_guardduty_detector.main.id
  name        = "S3_DATA_EVENTS"
  status      = "ENABLED"
}

resource "aws_sns_topic" "alerts" {
  name = "guardduty-alerts"
}

resource "aws_sns_topic_subscription" "mail" {
  topic    = aws_sns_topic.alerts.arn
  protocol = "email"
  endpoint = var.alert_email
}

resource "aws_cloudwatch_event_rule" "findings" {
  name = "guardduty-high"

  event_pattern = {
    source        = ["aws.guardduty"]
    "detail-type" = ["GuardDuty Finding"]
    detail = {
      severity = [{ numeric = [">=", 7] }]
    }
  }
}

resource "aws_cloudwatch_event_target" "sns" {
  rule = aws_cloudwatch_event_rule.findings.name
  arn  = aws_sns_topic.alerts.arn

  input_transformer {
    input_paths = {
      title    = "$.detail.title"
      severity = "$.detail.severity"
    }
    template = "\"Severity <severity>: <title>\""
  }
}
