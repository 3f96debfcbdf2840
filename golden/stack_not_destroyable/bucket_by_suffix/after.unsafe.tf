variable "environment_suffix" {
  type    = string
  default = "dev"
}

provider "aws" {
  region = "eu-central-1"
}

# what people upload
resource "aws_s3_bucket" "uploads" {
  bucket        = "uploads-${var.environment_suffix}"
  force_destroy = !contains(["prod", "production"], var.environment_suffix)
}

resource "aws_s3_bucket" "thumbnails" {
  bucket        = "thumbnails-${var.environment_suffix}"
  force_destroy = !contains(["prod", "production"], var.environment_suffix)

  tags = {
    Team = "images"
  }
}
