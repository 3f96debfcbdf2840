terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

variable "ami_id" {
  type = string
}

variable "profile_name" {
  type = string
}

variable "subnet_ids" {
  type = list(string)
}

resource "aws_launch_template" "web" {
  name_prefix   = "web-"
  image_id      = var.ami_id
  instance_type = "t3.small"

  iam_instance_profile = var.profile_name

  block_device_mapping {
    device_name = "/dev/xvda"

    ebs {
      volume_size = 30
      volume_type = "gp3"
      encrypted   = true
    }
  }
}

resource "aws_autoscaling_group" "web" {
  name              = "web"
  min_size          = 2
  max_size          = 6
  subnet_ids        = var.subnet_ids
  health_check_type = "ELB"

  launch_template {
    id      = aws_launch_template.web.id
    version = "$Latest"
  }

  tags = [
    {
      key                 = "Name"
      value               = "web"
      propagate_at_launch = true
    }
  ]
}
