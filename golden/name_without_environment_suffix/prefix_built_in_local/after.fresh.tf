provider "aws" {
  region = "eu-west-1"
}

variable "project" {
  type    = string
  default = "orders"
}

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = "dev"
}

locals {
  prefix = "${var.project}-eu" # first part of every name
}

resource "aws_sqs_queue" "inbox" {
  name = "${local.prefix}-${var.environment_suffix}-inbox"
}

resource "aws_sns_topic" "alerts" {
  name = "${local.prefix}-${var.environment_suffix}-alerts"
}
