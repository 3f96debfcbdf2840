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

# One for each subnet.
resource "aws_efs_mount_target" "shared" {
  subnet_id      = "subnet-0abc"
  file_system_id = aws_efs_file_system.shared.id
}
