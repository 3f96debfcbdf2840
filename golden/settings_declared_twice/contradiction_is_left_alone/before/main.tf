terraform {
  backend "s3" {
    bucket = "one" # or two?
  }
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 4.0"
    }
  }
}
