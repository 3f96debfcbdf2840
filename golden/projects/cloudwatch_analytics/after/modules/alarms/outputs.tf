output "alarm_names" {
  description = "Names of all alarms"
  value = [
    aws_cloudwatch_metric_alarm.api_5xx.alarm_name,
    aws_cloudwatch_metric_alarm.aggregator_errors.alarm_name,
    aws_cloudwatch_metric_alarm.rds_cpu.alarm_name,
  ]
}
