provider "aws" {
  region = "eu-west-1"
}

variable "project_name" {
  type    = string
  default = "orders"
}

resource "aws_sqs_queue" "inbox" {
  name       = "orders-inbox.fifo" # the ending is AWS's
  fifo_queue = true
}

resource "aws_sns_topic" "events" {
  name       = "${var.project_name}-events.fifo"
  fifo_topic = true
}

resource "aws_sqs_queue" "audit" {
  name       = "audit-${var.project_name}.fifo"
  fifo_queue = true
}
