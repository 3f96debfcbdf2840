terraform {
  # The account's.
  backend "s3" {
    bucket = aws_s3_bucket.states.id
    key    = "app-${terraform.workspace}"
  }
}
