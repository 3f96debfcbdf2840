provider "aws" {}

resource "aws_sqs_queue" "inbox" {
  name = "" # the provider makes one up
}
