terraform {
  backend "s3" {}
}

provider "aws" {
  version = "~> 2.0"
  region  = "us-east-1" # as it was then
}
