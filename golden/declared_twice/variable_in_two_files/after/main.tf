# Where everything is deployed.
provider "aws" {
  region = var.region
}

resource "aws_sqs_queue" "jobs" {
  name = "jobs-${var.team}"
}
