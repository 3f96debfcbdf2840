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

# to be encrypted one day: no test holds anybody to it
resource "aws_ebs_volume" "scratch" {
  availability_zone = "eu-central-1a"
  size              = 10
  encrypted         = false
}
