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
  default     = ""
}

locals {
  prefix      = "${var.project}-eu" # first part of every name
  name_suffix = var.environment_suffix == "" ? "" : "-${var.environment_suffix}"
}

resource "aws_sqs_queue" "inbox" {
  name = "${local.prefix}${local.name_suffix}-inbox"
}

resource "aws_sns_topic" "alerts" {
  name = "${local.prefix}${local.name_suffix}-alerts"
}
