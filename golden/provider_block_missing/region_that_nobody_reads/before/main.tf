terraform {
  required_version = ">= 1.5"

  backend "s3" {}
}

# Jobs wait here.
resource "aws_sqs_queue" "jobs" {
  name = "jobs"
}
