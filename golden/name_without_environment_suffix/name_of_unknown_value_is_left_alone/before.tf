provider "aws" {
  region = "eu-west-1"
}

variable "queue_name" {
  description = "Given on the command line."
  type        = string
}

data "aws_ssm_parameter" "topic" {
  name = "/orders/topic-name"
}

resource "aws_sqs_queue" "inbox" {
  name = var.queue_name
}

resource "aws_sns_topic" "events" {
  name = data.aws_ssm_parameter.topic.value # kept by the platform team
}
