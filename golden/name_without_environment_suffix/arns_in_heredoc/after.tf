provider "aws" {
  region = "eu-west-1"
}

variable "expiry_days" {
  type    = number
  default = 30
}

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = ""
}

locals {
  name_suffix = var.environment_suffix == "" ? "" : "-${var.environment_suffix}"
}

resource "aws_s3_bucket" "reports" {
  bucket = "daily-reports${local.name_suffix}"
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
        "Resource": ["arn:aws:s3:::daily-reports${local.name_suffix}", "arn:aws:s3:::daily-reports${local.name_suffix}/*"],
        "Condition": {"Bool": {"aws:SecureTransport": "false"}}
      }]
    }
  EOT
}
