provider "aws" {
  region = "eu-west-1"
}

variable "workers" {
  type    = number
  default = 2
}

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = ""
}

locals {
  name_suffix = var.environment_suffix == "" ? "" : "-${var.environment_suffix}"
}

resource "aws_sqs_queue" "work" {
  count = var.workers
  name  = "work-${count.index}${local.name_suffix}" # one for each worker
}

resource "aws_sns_topic" "events" {
  for_each = toset(["created", "paid"])
  name     = "orders-${each.key}${local.name_suffix}"
}

resource "aws_s3_bucket" "regional" {
  for_each = toset(["raw", "clean"])
  bucket   = "${each.value}${local.name_suffix}"
}
