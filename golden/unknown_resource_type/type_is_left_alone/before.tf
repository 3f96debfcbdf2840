terraform {
  required_providers {
    aws = {
      source  = "example.com/acme/aws" # a fork
      version = "~> 5.0"
    }
  }
}

resource "aws_s3_bucket_encryption" "main" {
  bucket = "orders"
}
