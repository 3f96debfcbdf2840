terraform {
  required_version = ">= 1.5"

  backend "s3" {
    bucket = "states"
  }

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0" # as tested
    }
  }
}
