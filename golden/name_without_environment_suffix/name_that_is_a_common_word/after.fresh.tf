provider "aws" {
  region = "eu-west-1"
}

variable "threshold" {
  type    = number
  default = 100
}

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = "dev"
}

resource "aws_sqs_queue" "orders" {
  name = "orders-${var.environment_suffix}"

  tags = {
    Team = "orders" # the team, not the queue
  }
}

resource "aws_cloudwatch_metric_alarm" "backlog" {
  alarm_name          = "backlog-${terraform.workspace}"
  alarm_description   = "orders"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 3
  metric_name         = "ApproximateNumberOfMessagesVisible"
  namespace           = "orders"
  period              = 300
  statistic           = "Maximum"
  threshold           = var.threshold

  dimensions = {
    QueueName = "orders-${var.environment_suffix}"
  }
}
