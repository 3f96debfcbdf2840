terraform {
  required_version = ">= 1.4"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

variable "role_arn" { type = string }
variable "code_bucket" { type = string }

resource "aws_s3_bucket" "artifacts" {
  bucket_prefix = "canary-artifacts-"
}

# Opens the login page every five minutes
resource "aws_synthetics_canary" "login" {
  name                 = "login-page"
  artifact_s3_location = "s3://${aws_s3_bucket.artifacts.bucket}/login"
  role_arn   = var.role_arn
  runtime_version      = "syn-nodejs-puppeteer-9.1"
  start_canary         = true

  code {
    handler   = "login.handler"
    s3_bucket = var.code_bucket
    s3_key    = "canaries/login.zip"
  }

  schedule = {
    expression = "rate(5 minutes)"
  }
}
