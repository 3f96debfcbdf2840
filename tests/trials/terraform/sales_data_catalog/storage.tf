terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

resource "aws_s3_bucket" "sales" {
  bucket_prefix = "sales-lake-"
}

resource "aws_s3_bucket_lifecycle_configuration" "sales" {
  bucket = aws_s3_bucket.sales.id

  rule {
    id     = "archive"
    status = "Enabled"

    transitions {
      days          = 60
      storage_class = "GLACIER"
    }
  }
}
