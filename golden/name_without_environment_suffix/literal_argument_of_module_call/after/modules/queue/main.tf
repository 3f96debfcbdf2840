variable "queue_name" {
  type = string
}

variable "retention" {
  type = number
}

resource "aws_sqs_queue" "this" {
  name                      = var.queue_name
  message_retention_seconds = var.retention
}
