provider "aws" {
  region = "eu-central-1"
}

# how it is used
resource "aws_route53_zone" "main" {
  name = "example.com"
}
