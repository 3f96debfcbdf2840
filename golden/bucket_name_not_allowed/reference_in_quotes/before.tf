locals {
  bucket_name = "uploads-of-orders"
}

resource "aws_s3_bucket" "uploads" {
  bucket = "local.bucket_name"
}
