# All traffic of the VPC goes to a bucket, kept for a year
resource "aws_s3_bucket" "flow_logs" {
  bucket_prefix = "core-flow-logs-"
}

resource "aws_s3_bucket_encryption" "flow_logs" {
  bucket = aws_s3_bucket.flow_logs.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "flow_logs" {
  bucket = aws_s3_bucket.flow_logs.id

  rule {
    id     = "expire-after-a-year"
    status = "Enabled"

    expiration {
      days = 365
    }
  }
}

resource "aws_flow_log" "main" {
  vpc_id                   = aws_vpc.main.id
  traffic_type             = "ALL"
  log_destination_type     = "s3"
  log_destination_arn      = aws_s3_bucket.flow_logs.arn
  max_aggregation_interval = 600
}
