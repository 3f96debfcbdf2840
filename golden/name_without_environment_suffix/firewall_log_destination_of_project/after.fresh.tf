provider "aws" {
  region = "eu-west-1"
}

variable "project_name" {
  type    = string
  default = "shop"
}

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = "dev"
}

# Fixed beginning, then the project.
resource "aws_s3_bucket" "firewall" {
  bucket = "aws-waf-logs-${var.project_name}-edge-${var.environment_suffix}"
}
