terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

variable "project_name" {
  type    = string
  default = "orders"
}

# Whoever calls this brings the provider, and the name.
resource "aws_sqs_queue" "inbox" {
  name = "${var.project_name}-inbox"
}
