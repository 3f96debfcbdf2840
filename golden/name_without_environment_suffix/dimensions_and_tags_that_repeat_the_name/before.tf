provider "aws" {
  region = "eu-west-1"
}

variable "threshold" {
  type    = number
  default = 100
}

resource "aws_sqs_queue" "inbox" {
  name = "orders-inbox"

  tags = {
    Name = "orders-inbox"
    Team = "orders" # not a name
  }
}

resource "aws_cloudwatch_metric_alarm" "backlog" {
  alarm_name          = "orders-inbox-backlog"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 3
  metric_name         = "ApproximateNumberOfMessagesVisible"
  namespace           = "AWS/SQS"
  period              = 300
  statistic           = "Maximum"
  threshold           = var.threshold

  dimensions = {
    QueueName = "orders-inbox"
  }
}
