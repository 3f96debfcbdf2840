provider "aws" {}

variable "queue_name" {
  type    = string
  default = "orders.fifo" # nothing may follow it
}

resource "aws_sqs_queue" "orders" {
  name       = var.queue_name
  fifo_queue = true
}
