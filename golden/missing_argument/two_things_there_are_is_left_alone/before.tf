terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

resource "aws_efs_file_system" "shared" {
  encrypted = true
}

resource "aws_efs_file_system" "archive" {
  encrypted = true
}

# Which of them?
resource "aws_efs_mount_target" "shared" {
  subnet_id = "subnet-0abc"
}
