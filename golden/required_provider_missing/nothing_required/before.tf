# The state is in the bucket of the account.
terraform {
  backend "s3" {}
}

resource "aws_s3_bucket" "data" {
  bucket = "data-${random_id.bucket.hex}"
}

resource "random_id" "bucket" {
  byte_length = 4
}

resource "datadog_monitor" "errors" {
  name    = "errors"
  type    = "metric alert"
  query   = "avg(last_5m):sum:errors{*} > 1"
  message = "errors"
}
