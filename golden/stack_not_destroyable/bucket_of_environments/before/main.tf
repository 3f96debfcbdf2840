variable "environment" {
  type = string
}

provider "aws" {
  region = "eu-central-1"
}

# what people upload
resource "aws_s3_bucket" "uploads" {
  bucket = "uploads-${var.environment}"
}

resource "aws_ecr_repository" "shop" {
  name         = "shop"
  force_delete = false
}
