mock_provider "aws" {}

variables {
  environment_suffix = "pytest"
}

run "plan" {
  command = plan

  assert {
    condition     = strcontains(aws_s3_bucket.uploads.bucket, "pytest")
    error_message = "aws_s3_bucket.uploads.bucket does not tell the environment"
  }

  assert {
    condition     = aws_kms_key.main.enable_key_rotation
    error_message = "aws_kms_key.main.enable_key_rotation is not as it was"
  }
}
