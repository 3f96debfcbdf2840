resource "aws_cloudfront_distribution" "main" {
  enabled = true # at once

  default_cache_behavior {
    allowed_methods        = ["GET", "HEAD"]
    cache_policy_id        = var.policy
    cached_methods         = ["GET", "HEAD"]
    target_origin_id       = "main"
    viewer_protocol_policy = "redirect-to-https"
  }

  origin {
    domain_name = "example.com"
    origin_id   = "main"
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    cloudfront_default_certificate = true
  }
}
