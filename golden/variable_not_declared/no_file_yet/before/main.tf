# Jobs wait here.
resource "aws_sqs_queue" "jobs" {
  name = "jobs-${var.environment}"
}

provider "aws" {
  region = var.region
}
