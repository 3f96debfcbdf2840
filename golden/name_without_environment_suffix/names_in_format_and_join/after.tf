provider "aws" {
  region = "eu-west-1"
}

variable "project_name" {
  type    = string
  default = "orders"
}

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = ""
}

locals {
  name_suffix = var.environment_suffix == "" ? "" : "-${var.environment_suffix}"
}

resource "aws_sqs_queue" "inbox" {
  name = format("%s-inbox", var.project_name) # old style
}

resource "aws_sns_topic" "alerts" {
  name = join("-", [var.project_name, "alerts"])
}

resource "aws_s3_bucket" "uploads" {
  bucket = lower("${var.project_name}${local.name_suffix}-uploads")
}
