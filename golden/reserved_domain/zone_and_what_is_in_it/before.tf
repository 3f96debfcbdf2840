variable "stage" {
  type = string
}

provider "aws" {
  region = "eu-central-1"
}

resource "aws_route53_zone" "main" {
  name    = "example.com"
  comment = "example.com" # of the shop
}

resource "aws_route53_record" "api" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "api.${var.stage}.example.com"
  type    = "CNAME"
  ttl     = 60
  records = ["primary.example.com"]
}

resource "aws_route53_health_check" "api" {
  fqdn = "api.example.com"
  type = "HTTPS"
  port = 443
}

resource "aws_acm_certificate" "main" {
  domain_name               = "example.com"
  subject_alternative_names = ["*.example.com"]
  validation_method         = "DNS"
}

resource "aws_sns_topic_subscription" "alarms" {
  topic_arn = aws_sns_topic.alarms.arn
  protocol  = "email"
  endpoint  = "ops@example.com"
}

output "url" {
  value = "https://api.example.com/v1"
}
