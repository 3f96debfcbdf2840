terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

# Two groups of subnets could be meant, and windows of maintenance or backup.
resource "aws_rds_cluster" "main" {
  engine = "aurora-mysql"
  window = "mon:03:00-mon:04:00"
}

resource "aws_instance" "app" {
  ami           = "ami-0abc"
  instance_type = "t3.micro"
  vpc_id        = "vpc-0abc"
}
