# Where everything is deployed.
provider "aws" {
  region = var.region
}

variable "region" {
  type    = string
  default = "eu-west-1"
}

variable "team" {
  type = string
}

resource "aws_sqs_queue" "jobs" {
  name = "jobs-${var.team}"
}
