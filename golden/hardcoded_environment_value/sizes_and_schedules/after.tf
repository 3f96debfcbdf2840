provider "aws" {
  region = "eu-west-1"
}

variable "environment_suffix" {
  type = string
}

variable "nightly_schedule_expression" {
  description = "Schedule expression of nightly"
  type        = string
  default     = "rate(1 day)"
}

variable "too_many_asgs_threshold" {
  description = "Threshold of tooManyASGs"
  type        = number
  default     = 20
}

variable "db_instance_backup_retention_period" {
  description = "Backup retention period of the DB instance"
  type        = number
  default     = 7
}

variable "db_instance_class" {
  description = "Instance class of the DB instance"
  type        = string
  default     = "db.t4g.micro"
}

resource "aws_cloudwatch_event_rule" "nightly" {
  name                = "nightly-${var.environment_suffix}"
  schedule_expression = var.nightly_schedule_expression # at night
}

resource "aws_db_instance" "main" {
  identifier              = "main-${var.environment_suffix}"
  engine                  = "postgres"
  instance_class          = var.db_instance_class
  backup_retention_period = var.db_instance_backup_retention_period
}

resource "aws_cloudwatch_metric_alarm" "tooManyASGs" {
  alarm_name          = "too-many-asgs-${var.environment_suffix}"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  metric_name         = "GroupCount"
  namespace           = "Fleet"
  period              = 300
  statistic           = "Maximum"
  threshold           = var.too_many_asgs_threshold
}
