terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

variable "load_balancer_arn" {
  type = string
}

resource "aws_wafv2_web_acl" "api" {
  name  = "api"
  scope = "regional"

  default_action {
    allow {}
  }

  rule {
    name     = "block-countries"
    priority = 1

    action {
      block {}
    }

    statement {
      or_statement {
        statements {
          geo_match_statement {
            country_codes = ["KP"]
          }
        }
        statements {
          geo_match_statement {
            country_codes = ["IR"]
          }
        }
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "block-countries"
      sampled_requests_enabled   = true
    }
  }

  visibility_config {
    metrics_enabled          = true
    metric_name              = "api"
    sampled_requests_enabled = true
  }
}

resource "aws_wafv2_web_acl_association" "api" {
  resource_arn = var.load_balancer_arn
  web_acl_id   = aws_wafv2_web_acl.api.arn
}
