provider "aws" {
  region = "eu-west-1"
}

resource "aws_s3_bucket" "copy" {
  provider = aws.secondary # which one?
  bucket   = "copy"
}
