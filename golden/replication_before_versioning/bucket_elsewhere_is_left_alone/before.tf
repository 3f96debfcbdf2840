# Both buckets are another team's.
resource "aws_s3_bucket_replication_configuration" "orders" {
  bucket = var.bucket
  role   = "arn:aws:iam::123456789012:role/replication"

  rule {
    status = "Enabled"

    destination {
      bucket = "arn:aws:s3:::copies"
    }
  }
}

variable "bucket" {
  type = string
}
