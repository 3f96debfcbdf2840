provider "aws" {
  region = "us-east-1" # so that it cannot be repeated
}

resource "aws_sqs_queue" "this" {}
