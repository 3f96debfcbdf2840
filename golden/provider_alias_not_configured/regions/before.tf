provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = { team = "shop" } # as finance has it
  }
}

variable "dr_region" {}

resource "aws_acm_certificate" "cdn" {
  provider    = aws.us_east_1
  domain_name = "shop.example.org"
}

resource "aws_s3_bucket" "copy" {
  provider = aws.dr
  bucket   = "copy"
}

module "edge" {
  source    = "terraform-aws-modules/cloudfront/aws"
  providers = { aws = aws.us_east_1 }
}
