provider "aws" {
  region = "eu-west-1"
}

variable "project" {
  type    = string
  default = "orders"
}

locals {
  prefix = "${var.project}-eu" # first part of every name
}

resource "aws_sqs_queue" "inbox" {
  name = "${local.prefix}-inbox"
}

resource "aws_sns_topic" "alerts" {
  name = "${local.prefix}-alerts"
}
