variable "bucket" {
  default = "states"
}

variable "environment" {}

locals {
  region = "us-east-1"
}

terraform {
  required_version = ">= 1.5"

  # Where the state is.
  backend "s3" {
    bucket  = var.bucket
    key     = "${var.environment}/terraform.tfstate"
    region  = local.region # near
    encrypt = true
  }
}
