provider "aws" { region = "eu-west-1" }

variable "retention" { default = 86400 }

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = "dev"
}

resource "aws_sqs_queue" "inbox" { name = "orders-inbox-${var.environment_suffix}" }

/* kept short */
resource "aws_sqs_queue" "outbox" {
  name = "orders-outbox-${var.environment_suffix}" // a day
  message_retention_seconds = (
    var.retention
  )
}
