provider "aws" {
  region = "eu-west-1"
}

variable "retention_days" {
  type    = number
  default = 4
}

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = ""
}

locals {
  name_suffix = var.environment_suffix == "" ? "" : "-${var.environment_suffix}"
}

# Orders wait here until the warehouse is awake.
resource "aws_sqs_queue" "inbox" {
  name                      = "orders-inbox${local.name_suffix}" # one for each account
  message_retention_seconds = var.retention_days * 86400
}

output "inbox_url" {
  value = aws_sqs_queue.inbox.url
}
