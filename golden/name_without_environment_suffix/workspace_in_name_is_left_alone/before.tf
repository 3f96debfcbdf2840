provider "aws" {
  region = "eu-west-1"
}

locals {
  env = terraform.workspace
}

resource "aws_sqs_queue" "inbox" {
  name = "orders-inbox-${terraform.workspace}" # a workspace for each environment
}

resource "aws_sqs_queue" "outbox" {
  name = "orders-outbox-${local.env}"
}
