terraform {
  backend "s3" {
    bucket = "acme-terraform-state"
    key    = "orders/terraform.tfstate"
    region = "eu-west-1"
  }
}

resource "aws_sqs_queue" "inbox" {
  name_prefix = "orders-inbox"
}
