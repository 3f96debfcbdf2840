provider "aws" {
  region = "eu-west-1"
}

variable "stage" {
  type = string
}

locals {
  name_suffix = "-${var.stage}" # with its hyphen
}

resource "aws_sqs_queue" "inbox" {
  name = "orders-inbox${local.name_suffix}"
}

resource "aws_sns_topic" "alerts" {
  name = "orders-alerts${local.name_suffix}"
}
