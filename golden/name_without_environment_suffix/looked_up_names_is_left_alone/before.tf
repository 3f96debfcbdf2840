provider "aws" {
  region = "eu-west-1"
}

data "aws_sqs_queue" "shared" {
  name = "shared-inbox" # made by another team
}

data "aws_iam_role" "task" {
  name = "ecs-task"
}

data "aws_kms_alias" "default" {
  name = "alias/aws/s3"
}

import {
  to = aws_s3_bucket_versioning.shared
  id = "shared-uploads"
}

resource "aws_s3_bucket_versioning" "shared" {
  bucket = "shared-uploads"

  versioning_configuration {
    status = "Enabled"
  }
}
