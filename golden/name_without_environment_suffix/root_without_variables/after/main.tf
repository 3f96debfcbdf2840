provider "aws" {
  region = "eu-west-1"
}

# The only resource so far.
resource "aws_sns_topic" "alerts" {
  name = "orders-alerts${local.name_suffix}"
}

locals {
  name_suffix = var.environment_suffix == "" ? "" : "-${var.environment_suffix}"
}
