terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

resource "aws_sqs_queue" "jobs" {
  name = "jobs"

  redrive_policy {
    deadLetterTargetArn = "arn:aws:sqs:us-east-1:123456789012:dead" # looked at every morning
    maxReceiveCount     = 4
  }
}
