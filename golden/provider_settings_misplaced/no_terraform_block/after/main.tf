terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws" # as tested
      version = "~> 5.0"
    }
  }
}

provider "aws" {
  region = "us-east-1"
}
