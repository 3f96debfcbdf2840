variable "domain" {
  type    = string
  default = "example.com" # to be replaced
}

provider "aws" {
  region = "eu-central-1"
}

resource "aws_route53_zone" "main" {
  name = var.domain
}
