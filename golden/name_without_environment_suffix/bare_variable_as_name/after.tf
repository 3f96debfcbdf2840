provider "aws" {
  region = "eu-west-1"
}

variable "queue_name" {
  type    = string
  default = "orders-inbox"
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
  name = "${var.queue_name}${local.name_suffix}" # the shop knows this name
}
