# Callers pass it.
terraform {
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      configuration_aliases = [aws.west]
    }
  }
}

resource "aws_s3_bucket" "copy" {
  provider = aws.west
  bucket   = "copy"
}
