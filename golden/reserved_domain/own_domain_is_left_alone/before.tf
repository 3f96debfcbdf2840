provider "aws" {
  region = "eu-central-1"
}

resource "aws_route53_zone" "main" {
  name = "myexample.com" # really
}

resource "aws_route53_zone" "other" {
  name = "${var.brand}example.com"
}

resource "aws_route53_zone" "third" {
  name = var.domain
}
