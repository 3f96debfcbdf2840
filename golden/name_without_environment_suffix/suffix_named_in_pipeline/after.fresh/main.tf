provider "aws" {
  region = "eu-west-1"
}

variable "retention" {
  type    = number
  default = 86400
}

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = "dev"
}

resource "aws_sqs_queue" "inbox" {
  name                      = "orders-inbox-${var.environment_suffix}"
  message_retention_seconds = var.retention # a day
}
