resource "aws_s3_bucket" "src" {
  bucket = "orders"
}

resource "aws_s3_bucket" "dst" {
  provider = aws.far
  bucket   = "orders-copy"
}

resource "aws_s3_bucket_versioning" "src" {
  bucket = aws_s3_bucket.src.id

  versioning_configuration {
    status = "Enabled"
  }
}

provider "aws" {
  alias  = "far"
  region = "eu-central-1"
}

# Everything goes to the other side.
resource "aws_s3_bucket_replication_configuration" "orders" {
  bucket = aws_s3_bucket.src.id
  role   = "arn:aws:iam::123456789012:role/replication"

  rule {
    status = "Enabled"

    destination {
      bucket = aws_s3_bucket.dst.arn
    }
  }

  depends_on = [aws_s3_bucket_versioning.src]
}
