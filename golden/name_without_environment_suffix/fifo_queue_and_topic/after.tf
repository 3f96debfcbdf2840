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
  default     = ""
}

locals {
  name_suffix = var.environment_suffix == "" ? "" : "-${var.environment_suffix}"
}

resource "aws_sqs_queue" "inbox" {
  name       = "orders-inbox${local.name_suffix}.fifo" # the ending is AWS's
  fifo_queue = true
}

resource "aws_sns_topic" "events" {
  name       = "${var.project_name}${local.name_suffix}-events.fifo"
  fifo_topic = true
}

resource "aws_sqs_queue" "audit" {
  name       = "audit-${var.project_name}${local.name_suffix}.fifo"
  fifo_queue = true
}
