provider "aws" {
  region = "eu-central-1"
}

resource "aws_route53_record" "api" {
  zone_id = var.zone_id
  name    = "api"
  type    = "A"
  ttl     = 60
  records = ["203.0.113.7"] # the load balancer
}
