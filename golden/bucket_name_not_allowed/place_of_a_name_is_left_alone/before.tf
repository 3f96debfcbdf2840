locals {
  bucket_name = "REPLACE_ME_WITH_BUCKET"
}

resource "aws_s3_bucket" "uploads" {
  bucket = local.bucket_name
}

resource "aws_s3_bucket" "logs" {
  bucket = "YOUR_BUCKET-logs"
}

resource "aws_s3_bucket" "results" {
  bucket = "results-CHANGE-ME"
}
