provider "aws" { region = "eu-west-1" }

variable "retention" { default = 86400 }

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = ""
}

locals {
  name_suffix = var.environment_suffix == "" ? "" : "-${var.environment_suffix}"
}

resource "aws_sqs_queue" "inbox" { name = "orders-inbox${local.name_suffix}" }

/* kept short */
resource "aws_sqs_queue" "outbox" {
  name = "orders-outbox${local.name_suffix}" // a day
  message_retention_seconds = (
    var.retention
  )
}
