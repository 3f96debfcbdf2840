provider "aws" {
  region = "eu-west-1"
}

variable "env" {
  type = string
}

locals {
  parts = ["orders", var.env]
}

resource "aws_sqs_queue" "inbox" {
  name = format("orders-%s-inbox", var.env)
}

resource "aws_sns_topic" "alerts" {
  name = join("-", [var.env, "alerts"])
}

# Lower case, as S3 wants it.
resource "aws_s3_bucket" "uploads" {
  bucket = lower(join("-", concat(local.parts, ["uploads"])))
}
