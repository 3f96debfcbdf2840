provider "aws" {
  region = "eu-west-1"
}

variable "project_name" {
  type    = string
  default = "ledger"
}

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = ""
}

locals {
  name_suffix = var.environment_suffix == "" ? "" : "-${var.environment_suffix}"
}

resource "aws_dynamodb_table" "ledger" {
  name         = "${var.project_name}${local.name_suffix}-entries"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  lifecycle {
    prevent_destroy = true # ten years of bookkeeping
  }
}
