provider "aws" {
  region = "eu-west-1"
}

variable "legacy" {
  type    = bool
  default = false
}

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = "dev"
}

resource "aws_sqs_queue" "inbox" {
  name = var.legacy ? "inbox-${var.environment_suffix}" : "orders-inbox-${var.environment_suffix}" # the old shop has no prefix
}
