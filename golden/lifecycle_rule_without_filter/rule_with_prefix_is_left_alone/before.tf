# The old way to say which, and legal.
resource "aws_s3_bucket_lifecycle_configuration" "logs" {
  bucket = aws_s3_bucket.logs.id

  rule {
    id     = "expire"
    prefix = "logs/"
    status = "Enabled"
    expiration {
      days = 365
    }
  }

  rule {
    id     = "all"
    status = "Enabled"
    dynamic "filter" {
      for_each = var.filters
      content {
        prefix = filter.value
      }
    }
    expiration {
      days = 365
    }
  }
}
