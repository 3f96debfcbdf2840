provider "aws" {
  region = "eu-west-1"
}

variable "region" {
  type    = string
  default = "eu-west-1"
}

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = "dev"
}

data "aws_caller_identity" "current" {}

# Unique in the world, but not in the account.
resource "aws_s3_bucket" "uploads" {
  bucket = "uploads-${data.aws_caller_identity.current.account_id}-${var.region}-${var.environment_suffix}"
}
