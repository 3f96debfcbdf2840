provider "aws" {
  region = "eu-west-1"
}

variable "retention" {
  type    = number
  default = 86400
}

resource "aws_sqs_queue" "inbox" {
  name                      = "orders-inbox"
  message_retention_seconds = var.retention # a day
}
