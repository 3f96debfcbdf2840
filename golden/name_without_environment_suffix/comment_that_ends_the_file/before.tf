provider "aws" {
  region = var.region
}

resource "aws_ecr_repository" "shop" {
  name = "shop"
}

variable "region" {
  default = "eu-west-1"
}

# Regions that we may use: eu-west-1, eu-central-1
