# The facts know nothing of these providers.
resource "google_storage_buckets" "main" {
  name = "orders"
}

resource "aws_s3_bucket_encryption" "main" {
  provider = awsutils
  bucket   = "orders"
}
