provider "aws" {
  region = "eu-west-1"
}

variable "project_name" {
  type    = string
  default = "orders"
}

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = "dev"
}

resource "aws_sqs_queue" "inbox" {
  name       = "orders-inbox-${var.environment_suffix}.fifo" # the ending is AWS's
  fifo_queue = true
}

resource "aws_sns_topic" "events" {
  name       = "${var.project_name}-${var.environment_suffix}-events.fifo"
  fifo_topic = true
}

resource "aws_sqs_queue" "audit" {
  name       = "audit-${var.project_name}-${var.environment_suffix}.fifo"
  fifo_queue = true
}
