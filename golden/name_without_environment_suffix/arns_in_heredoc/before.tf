provider "aws" {
  region = "eu-west-1"
}

variable "expiry_days" {
  type    = number
  default = 30
}

resource "aws_s3_bucket" "reports" {
  bucket = "daily-reports"
}

resource "aws_s3_bucket_policy" "reports" {
  bucket = aws_s3_bucket.reports.id

  # Plain http is refused.
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [{
        "Effect": "Deny",
        "Principal": "*",
        "Action": "s3:*",
        "Resource": ["arn:aws:s3:::daily-reports", "arn:aws:s3:::daily-reports/*"],
        "Condition": {"Bool": {"aws:SecureTransport": "false"}}
      }]
    }
  EOT
}
