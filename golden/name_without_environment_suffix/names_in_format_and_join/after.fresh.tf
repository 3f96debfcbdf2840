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
  default     = "dev"
}

resource "aws_sqs_queue" "inbox" {
  name = format("%s-inbox", var.project_name) # old style
}

resource "aws_sns_topic" "alerts" {
  name = join("-", [var.project_name, "alerts"])
}

resource "aws_s3_bucket" "uploads" {
  bucket = lower("${var.project_name}-${var.environment_suffix}-uploads")
}
