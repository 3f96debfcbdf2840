terraform {
  backend "s3" {}
}

variable "region" {}

resource "aws_sqs_queue" "jobs" {
  name = "jobs-${var.region}" # only the name
}
