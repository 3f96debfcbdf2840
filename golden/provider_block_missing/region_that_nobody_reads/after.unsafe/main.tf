terraform {
  required_version = ">= 1.5"

  backend "s3" {}
}

provider "aws" {
  region = var.aws_region
}

# Jobs wait here.
resource "aws_sqs_queue" "jobs" {
  name = "jobs"
}
