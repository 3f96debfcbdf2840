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
  default     = ""
}

locals {
  name_suffix = var.environment_suffix == "" ? "" : "-${var.environment_suffix}"
}

resource "aws_sqs_queue" "inbox" {
  name = var.legacy ? "inbox${local.name_suffix}" : "orders-inbox${local.name_suffix}" # the old shop has no prefix
}
