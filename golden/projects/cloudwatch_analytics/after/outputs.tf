output "sns_topic_arn" {
  description = "ARN of the alert topic"
  value       = aws_sns_topic.alerts.arn
}

output "dynamodb_table_name" {
  description = "Name of the table with aggregated metrics"
  value       = aws_dynamodb_table.aggregated_metrics.name
}

output "api_url" {
  description = "Invoke URL of the API"
  value       = aws_api_gateway_stage.v1.invoke_url
}

output "alarm_names" {
  description = "Names of all alarms"
  value       = module.alarms.alarm_names
}
