provider "aws" {
  region = "eu-west-1"
}

# The only resource so far.
resource "aws_sns_topic" "alerts" {
  name = "orders-alerts-${var.environment_suffix}"
}
