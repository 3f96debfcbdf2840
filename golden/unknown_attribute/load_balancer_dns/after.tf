resource "aws_lb" "main" {
  subnets = var.subnets # public ones
}

resource "aws_sqs_queue" "orders" {
  count = 2
  name  = "orders-${count.index}"
}

resource "aws_ssm_parameter" "address" {
  name  = "address"
  type  = "String"
  value = "https://${aws_lb.main.dns_name}/"
}

output "zone" {
  value = aws_lb.main.zone_id
}

output "queues" {
  value = [aws_sqs_queue.orders[0].arn, aws_sqs_queue.orders[1].url]
}

output "any" {
  value = aws_lb.main.colour
}
