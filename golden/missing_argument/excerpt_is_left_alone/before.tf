# The rest of it stands elsewhere.
resource "aws_cloudfront_distribution" "main" {
  enabled = true

  viewer_certificate {
    cloudfront_default_certificate = true
  }
}
