terraform {
  required_version = ">= 1.5"

  required_providers {
    # The team's choice.
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

provider "aws" {
  region = "us-east-1"
}

resource "random_id" "bucket" {
  byte_length = 4
}

data "archive_file" "function" {
  type        = "zip"
  source_file = "index.py"
  output_path = "function.zip"
}

resource "terraform_data" "marker" {}
