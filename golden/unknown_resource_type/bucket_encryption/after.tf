resource "aws_s3_bucket" "main" {
  bucket = "orders"
}

# keys of S3 itself
resource "aws_s3_bucket_server_side_encryption_configuration" "main" {
  bucket = aws_s3_bucket.main.id

  server_side_encryption_configuration {
    rule {
      apply_server_side_encryption_by_default {
        sse_algorithm = "AES256"
      }
    }
  }
}

resource "aws_s3_bucket_policy" "main" {
  bucket     = aws_s3_bucket.main.id
  policy     = var.policy
  depends_on = [aws_s3_bucket_server_side_encryption_configuration.main]
}

output "encrypted" {
  value = "bucket ${aws_s3_bucket_server_side_encryption_configuration.main.bucket}"
}
