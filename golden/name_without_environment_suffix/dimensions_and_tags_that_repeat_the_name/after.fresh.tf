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

resource "aws_sqs_queue" "inbox" {
  name = "orders-inbox-${var.environment_suffix}"

  tags = {
    Name = "orders-inbox-${var.environment_suffix}"
    Team = "orders" # not a name
  }
}

resource "aws_cloudwatch_metric_alarm" "backlog" {
  alarm_name          = "orders-inbox-backlog-${var.environment_suffix}"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 3
  metric_name         = "ApproximateNumberOfMessagesVisible"
  namespace           = "AWS/SQS"
  period              = 300
  statistic           = "Maximum"
  threshold           = var.threshold

  dimensions = {
    QueueName = "orders-inbox-${var.environment_suffix}"
  }
}
