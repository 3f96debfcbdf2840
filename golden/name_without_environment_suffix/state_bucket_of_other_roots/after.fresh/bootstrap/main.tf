provider "aws" {
  region = "eu-west-1"
}

resource "aws_s3_bucket" "state" {
  bucket = "acme-terraform-state"
}

resource "aws_s3_bucket" "logs" {
  bucket = "acme-access-logs-${var.environment_suffix}"
}
