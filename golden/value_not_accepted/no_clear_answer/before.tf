terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.90"
    }
  }
}

resource "aws_lb_target_group" "main" {
  port     = 80
  protocol = "REST" # what is it?
  vpc_id   = var.vpc_id
}
