terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

resource "aws_launch_template" "web" {
  # The image of today.
  image_id = "ami-0abc"

  iam_instance_profile = var.profile_name

  instance_type = "t3.small"
}

variable "profile_name" {
  type = string
}
