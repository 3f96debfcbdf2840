# The region comes from AWS_REGION.
terraform {
  backend "s3" {}
}

resource "aws_sqs_queue" "jobs" {
  name = "jobs"
}
