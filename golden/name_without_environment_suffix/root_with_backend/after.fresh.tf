terraform {
  backend "s3" {
    bucket = "acme-terraform-state"
    key    = "orders/terraform.tfstate" # never renamed
    region = "eu-west-1"
  }
}

variable "visibility_timeout" {
  type    = number
  default = 60
}

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = "dev"
}

resource "aws_sqs_queue" "inbox" {
  name                       = "orders-inbox-${var.environment_suffix}"
  visibility_timeout_seconds = var.visibility_timeout
}
