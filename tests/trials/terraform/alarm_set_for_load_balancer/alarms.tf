variable "load_balancer" {
  description = "ARN suffix of the load balancer"
  type        = string
}

variable "target_group" {
  description = "ARN suffix of the target group"
  type        = string
}

resource "aws_sns_topic" "ops" {
  name = "ops-alarms"
}

resource "aws_cloudwatch_metric_alarm" "http_5xx" {
  alarm_name         = "alb-5xx"
  comparison         = "GreaterThanThreshold"
  evaluation_periods = "two"
  metric_name        = "HTTPCode_ELB_5XX_Count"
  namespace          = "AWS/ApplicationELB"
  period             = 60
  statistic          = "Sum"
  threshold          = 10
  treat_missing_data = "notBreaching"
  alarm_action       = [aws_sns_topic.ops.arn]

  dimensions = {
    LoadBalancer = var.load_balancer
  }
}

resource "aws_cloudwatch_metric_alarm" "unhealthy" {
  name                = "alb-unhealthy-hosts"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 3
  metric_name         = "UnHealthyHostCount"
  namespace           = "AWS/ApplicationELB"
  period              = 60
  statistic           = "Maximum"
  threshold           = 0
  alarm_actions       = [aws_sns_topic.ops.arn]

  dimensions {
    LoadBalancer = var.load_balancer
    TargetGroup  = var.target_group
  }
}
