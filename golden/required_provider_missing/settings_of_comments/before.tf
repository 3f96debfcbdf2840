terraform {
  # backend "s3" {
  #   bucket = "state-of-shop"
  # }
}

provider "aws" {
  region = "eu-west-1"
}
