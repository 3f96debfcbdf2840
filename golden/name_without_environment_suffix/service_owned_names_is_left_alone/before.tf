provider "aws" {
  region = "eu-west-1"
}

resource "aws_api_gateway_rest_api" "shop" {
  name = "shop-${terraform.workspace}"
}

# These names are AWS's, the groups are only given a retention.
resource "aws_cloudwatch_log_group" "database" {
  name              = "/aws/rds/cluster/legacy/error"
  retention_in_days = 30
}

resource "aws_cloudwatch_log_group" "api" {
  name              = "API-Gateway-Execution-Logs_${aws_api_gateway_rest_api.shop.id}/v1"
  retention_in_days = 30
}

resource "aws_cloudwatch_event_rule" "nightly" {
  name                = "nightly-${terraform.workspace}"
  event_bus_name      = "default"
  schedule_expression = "rate(1 day)"
}
