provider "aws" {
  region = "eu-west-1"
}

variable "project_name" {
  type    = string
  default = "orders"
}

resource "aws_sqs_queue" "beside" {
  name = "orders-inbox" # iacfix: ignore[NAM001] partners send here
}

resource "aws_sns_topic" "above" {
  # iacfix: ignore[name-without-environment-suffix] partners listen here
  name = "${var.project_name}-events"
}

# iacfix: ignore[NAM001] the whole block
resource "aws_s3_bucket" "block" {
  bucket = "orders-exchange"
}
