provider "aws" {
  region = "eu-west-1"
}

variable "environment_suffix" {
  type    = string
  default = "dev"
}

resource "aws_sqs_queue" "inbox" {
  name = "orders-inbox-${var.environment_suffix}"
}

resource "aws_sns_topic" "alerts" {
  name = "orders-alerts-${var.environment_suffix}" # forgotten
}
