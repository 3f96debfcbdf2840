provider "aws" {
  region = "eu-west-1"
}

variable "environment_suffix" {
  type = string
}

resource "aws_cloudwatch_event_rule" "nightly" {
  name                = "nightly-${var.environment_suffix}"
  schedule_expression = "rate(1 day)" # at night
}

resource "aws_db_instance" "main" {
  identifier              = "main-${var.environment_suffix}"
  engine                  = "postgres"
  instance_class          = "db.t4g.micro"
  backup_retention_period = 7
}

resource "aws_cloudwatch_metric_alarm" "tooManyASGs" {
  alarm_name          = "too-many-asgs-${var.environment_suffix}"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  metric_name         = "GroupCount"
  namespace           = "Fleet"
  period              = 300
  statistic           = "Maximum"
  threshold           = "20"
}
