provider "aws" {
  region = "eu-west-1"
}

# Variables are generated, see variables.tf.json.
resource "aws_sqs_queue" "inbox" {
  name = "orders-inbox-${var.environment_suffix}"
}
