provider "aws" {
  region = "eu-west-1"
}

variable "environment" {
  description = "Name of the environment."
  type        = string
  default     = "production"
}

resource "aws_sqs_queue" "inbox" {
  name = "orders-inbox-${var.environment}"

  tags = {
    Environment = var.environment # for the bill
  }
}
