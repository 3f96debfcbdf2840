terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

resource "aws_s3_bucket_website_configuration" "site" {
  bucket = "site"

  # What is shown for what there is not.
  error_document {
    key = "404.html"
  }

  index_document {
    suffix = "index.html"
  }
}
