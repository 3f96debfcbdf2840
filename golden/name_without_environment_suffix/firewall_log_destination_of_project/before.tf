provider "aws" {
  region = "eu-west-1"
}

variable "project_name" {
  type    = string
  default = "shop"
}

# Fixed beginning, then the project.
resource "aws_s3_bucket" "firewall" {
  bucket = "aws-waf-logs-${var.project_name}-edge"
}
