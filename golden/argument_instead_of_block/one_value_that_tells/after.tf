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

  instance_type = "t3.small"

  iam_instance_profile {
    name = var.profile_name
  }
}

variable "profile_name" {
  type = string
}
