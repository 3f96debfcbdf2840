provider "aws" {
  region = var.region
}

resource "aws_ecr_repository" "shop" {
  name = "shop${local.name_suffix}"
}

variable "region" {
  default = "eu-west-1"
}

# Regions that we may use: eu-west-1, eu-central-1

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = ""
}

locals {
  name_suffix = var.environment_suffix == "" ? "" : "-${var.environment_suffix}"
}
