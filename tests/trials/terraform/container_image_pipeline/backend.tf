terraform {
  required_version = ">= 1.4.0"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }

  backend "s3" {
    bucket = "${var.project}-terraform-state"
    key    = "pipeline/${var.project}.tfstate"
    region = var.region
  }
}

provider "aws" {
  region = var.region
}
