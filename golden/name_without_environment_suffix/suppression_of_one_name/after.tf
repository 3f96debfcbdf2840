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
  default     = ""
}

locals {
  name_suffix = var.environment_suffix == "" ? "" : "-${var.environment_suffix}"
}

# iacfix: ignore[NAM001] partners send here
resource "aws_sqs_queue" "exchange" {
  name                      = "orders-exchange"
  message_retention_seconds = var.retention
}

resource "aws_sqs_queue" "work" {
  name                      = "orders-work${local.name_suffix}"
  message_retention_seconds = var.retention
}
