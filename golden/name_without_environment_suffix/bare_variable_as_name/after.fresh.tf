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
  default     = "dev"
}

resource "aws_sqs_queue" "inbox" {
  name = "${var.queue_name}-${var.environment_suffix}" # the shop knows this name
}
