terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

provider "aws" {
  region = "us-west-2"
}

variable "instance_id" {
  type = string
}

resource "aws_ssm_patch_baseline" "linux" {
  name             = "linux-security"
  description      = "Security patches after a week"
  operating_system = "AMAZON_LINUX_2023"

  approval_rules {
    approve_after_days = "7 days"
    compliance_level   = "HIGH"

    patch_filters {
      key    = "CLASSIFICATION"
      values = ["Security"]
    }
  }
}

resource "aws_ssm_patch_group" "linux" {
  baseline_id = aws_ssm_patch_baseline.linux.id
  patch_group = "linux"
}

resource "aws_ssm_association" "scan" {
  name             = "AWS-RunPatchBaseline"
  association_name = "daily-scan"

  instance_id = var.instance_id

  schedule_expression = "rate(1 day)"

  parameters = {
    Operation = "Scan"
  }
}
