resource "aws_cloudwatch_metric_alarm" "api_5xx" {
  alarm_name          = "${var.project_name}${local.name_suffix}-api-5xx-errors"
  alarm_description   = "Too many 5XX errors on the API"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 2
  metric_name         = "5XXError"
  namespace           = "AWS/ApiGateway"
  period              = 300
  statistic           = "Sum"
  threshold           = var.api_5xx_threshold
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.alarm_topic_arn]

  dimensions = {
    ApiName = var.api_gateway_name
  }
}

resource "aws_cloudwatch_metric_alarm" "aggregator_errors" {
  alarm_name          = "${var.project_name}${local.name_suffix}-aggregator-errors"
  alarm_description   = "The metric aggregator fails"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  metric_name         = "Errors"
  namespace           = "AWS/Lambda"
  period              = 300
  statistic           = "Sum"
  threshold           = var.aggregator_errors_threshold
  alarm_actions       = [var.alarm_topic_arn]

  dimensions = {
    FunctionName = "${var.project_name}-metric-aggregator" # see lambda.tf
  }
}

resource "aws_cloudwatch_metric_alarm" "rds_cpu" {
  alarm_name          = "${var.project_name}${local.name_suffix}-rds-cpu"
  alarm_description   = "Database CPU is above 80 percent"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 3
  metric_name         = "CPUUtilization"
  namespace           = "AWS/RDS"
  period              = 300
  statistic           = "Average"
  threshold           = var.rds_cpu_threshold
  alarm_actions       = [var.alarm_topic_arn]

  dimensions = {
    DBInstanceIdentifier = var.rds_instance_identifier
  }
}
