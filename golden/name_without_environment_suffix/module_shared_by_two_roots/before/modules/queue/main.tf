variable "retention" {
  type    = number
  default = 86400
}

resource "aws_sqs_queue" "work" {
  name                      = "work"
  message_retention_seconds = var.retention
}
