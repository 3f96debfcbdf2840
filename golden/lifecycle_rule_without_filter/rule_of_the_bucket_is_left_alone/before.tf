# Rules in the bucket itself have no filter.
resource "aws_s3_bucket" "logs" {
  bucket = "logs"

  lifecycle_rule {
    id      = "expire"
    enabled = true
    expiration {
      days = 365
    }
  }
}
