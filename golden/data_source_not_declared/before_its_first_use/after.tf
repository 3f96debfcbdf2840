provider "aws" {
  region = "us-east-1"
}

data "aws_region" "current" {}

# One for each region.
resource "aws_s3_bucket" "data" {
  bucket = "data-${data.aws_region.current.name}"
}

resource "aws_s3_bucket" "logs" {
  bucket = "logs-${data.aws_region.current.name}"
}
