terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

resource "aws_acm_certificate" "site" {
  domain_name       = "example.com"
  validation_method = "DNS"
  alternative_names = ["www.example.com"] # the old name
}

resource "aws_kinesis_stream" "events" {
  name   = "events"
  shards = 4
}

resource "aws_s3_bucket_logging" "site" {
  bucket             = "site"
  destination_bucket = "logs"
  target_prefix      = "site/"
}
