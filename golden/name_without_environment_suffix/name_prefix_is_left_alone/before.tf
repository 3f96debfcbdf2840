provider "aws" {
  region = "eu-west-1"
}

variable "trust_policy" {
  type = string
}

resource "aws_s3_bucket" "uploads" {
  bucket_prefix = "uploads-" # AWS appends what makes it unique
}

resource "aws_iam_role" "worker" {
  name_prefix        = "worker-"
  assume_role_policy = var.trust_policy
}

resource "aws_sqs_queue" "unnamed" {}
