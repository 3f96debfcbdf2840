provider "aws" {
  region = "eu-west-1"
}

variable "region_code" {
  type    = string
  default = "euw1"
}

locals {
  name_suffix = var.region_code # not an environment
}

resource "aws_sqs_queue" "inbox" {
  name = "orders-inbox-${local.name_suffix}"
}
