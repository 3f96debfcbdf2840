# It needs a certificate for its names, which only its author knows.
resource "aws_cloudfront_distribution" "main" {
  aliases = ["www.example.com"]
  enabled = true

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }
}
