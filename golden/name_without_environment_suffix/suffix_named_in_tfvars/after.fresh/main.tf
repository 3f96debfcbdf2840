provider "aws" {
  region = "eu-west-1"
}

resource "aws_sqs_queue" "inbox" {
  name = "${var.project_name}-${var.environment_suffix}-inbox" # read by the warehouse
}
