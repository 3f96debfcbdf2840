variable "stage" {
  type = string
}

variable "domain_name" {
  description = "Domain that the names of this deployment are in"
  type        = string
  default     = "example.com"
}

provider "aws" {
  region = "eu-central-1"
}

resource "aws_route53_zone" "main" {
  name    = var.domain_name
  comment = "example.com" # of the shop
}

resource "aws_route53_record" "api" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "api.${var.stage}.${var.domain_name}"
  type    = "CNAME"
  ttl     = 60
  records = ["primary.${var.domain_name}"]
}

resource "aws_route53_health_check" "api" {
  fqdn = "api.${var.domain_name}"
  type = "HTTPS"
  port = 443
}

resource "aws_acm_certificate" "main" {
  domain_name               = var.domain_name
  subject_alternative_names = ["*.${var.domain_name}"]
  validation_method         = "DNS"
}

resource "aws_sns_topic_subscription" "alarms" {
  topic_arn = aws_sns_topic.alarms.arn
  protocol  = "email"
  endpoint  = "ops@example.com"
}

output "url" {
  value = "https://api.${var.domain_name}/v1"
}
