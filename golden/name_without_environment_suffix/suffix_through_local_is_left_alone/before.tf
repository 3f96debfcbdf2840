provider "aws" {
  region = "eu-west-1"
}

variable "environment" {
  type = string
}

locals {
  base   = "orders-${var.environment}"
  prefix = "${local.base}-eu"
}

# The environment is two locals away.
resource "aws_sqs_queue" "inbox" {
  name = "${local.prefix}-inbox"
}
