provider "aws" {
  region = "eu-west-1"
}

variable "queue_name" {
  type    = string
  default = "orders-inbox"
}

resource "aws_sqs_queue" "inbox" {
  name = var.queue_name # the shop knows this name
}
