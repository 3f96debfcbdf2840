provider "aws" {
  region = "eu-west-1"
}

variable "legacy" {
  type    = bool
  default = false
}

resource "aws_sqs_queue" "inbox" {
  name = var.legacy ? "inbox" : "orders-inbox" # the old shop has no prefix
}
