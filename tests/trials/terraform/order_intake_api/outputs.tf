output "invoke_url" {
  description = "Base URL of the API"
  value       = aws_api_gateway_stage.orders.invoke_url
}

output "queue_url" {
  value = aws_sqs_queue.orders.id
}
