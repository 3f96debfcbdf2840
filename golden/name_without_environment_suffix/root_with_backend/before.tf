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

resource "aws_sqs_queue" "inbox" {
  name                       = "orders-inbox"
  visibility_timeout_seconds = var.visibility_timeout
}
