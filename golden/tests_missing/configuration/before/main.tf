variable "environment_suffix" {
  type = string
}

variable "retention" {
  type    = number
  default = 30
}

provider "aws" {
  region = "eu-central-1"
}

# of people
resource "aws_s3_bucket" "uploads" {
  bucket = "uploads-${var.environment_suffix}"
}

resource "aws_kms_key" "main" {
  enable_key_rotation = true
}
