resource "aws_sqs_queue" "orders" {
  name = "orders"
}

output "orders" {
  value = aws_sqs_queue.orders.url
}

# Another queue, which somebody has still to write.
output "returns" {
  value = aws_sqs_queue.returns.url
}
