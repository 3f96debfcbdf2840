variable "environment" {
  type    = string
  default = "production"
}

provider "aws" {
  region = "eu-central-1"
}

# what people upload
resource "aws_s3_bucket" "uploads" {
  bucket = "uploads"
}
