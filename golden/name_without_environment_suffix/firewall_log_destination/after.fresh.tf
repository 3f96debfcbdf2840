provider "aws" {
  region = "eu-west-1"
}

variable "web_acl_arn" {
  type = string
}

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = "dev"
}

resource "aws_cloudwatch_log_group" "firewall" {
  name = "aws-waf-logs-shop-${var.environment_suffix}" # the firewall insists on this beginning
}

resource "aws_wafv2_web_acl_logging_configuration" "shop" {
  log_destination_configs = [aws_cloudwatch_log_group.firewall.arn]
  resource_arn            = var.web_acl_arn
}
