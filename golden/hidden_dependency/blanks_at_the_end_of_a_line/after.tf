resource "aws_s3_bucket" "trail" {
  bucket = "trail"
}

resource "aws_s3_bucket_policy" "trail" {
  bucket = aws_s3_bucket.trail.id
  policy = "{}"
}

resource "aws_cloudtrail" "trail" {
  name           = "trail"
  s3_bucket_name = aws_s3_bucket.trail.id

  event_selector {
    read_write_type = "All"
  }  

  depends_on = [aws_s3_bucket_policy.trail]
}
