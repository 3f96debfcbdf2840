resource "aws_cloudtrail" "main" {
  name           = "main"
  s3_bucket_name = aws_s3_bucket.trail.id

  event_selector {
    data_resource {
      type = "AWS::S3::Object"
      # One bucket, and one folder of another.
      values = ["${aws_s3_bucket.data.arn}/", "arn:aws:s3:::other/reports/"]
    }
    data_resource {
      type   = "AWS::Lambda::Function"
      values = ["arn:aws:lambda"]
    }
  }
}
