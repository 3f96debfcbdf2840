provider "aws" {
  region = "eu-west-1"
}

variable "team" {
  type    = string
  default = "checkout"
}

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = ""
}

locals {
  # Carried by everything.
  tags = {
    Team = var.team
  }
  name_suffix = var.environment_suffix == "" ? "" : "-${var.environment_suffix}"
}

resource "aws_dynamodb_table" "carts" {
  name         = "carts${local.name_suffix}"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  tags         = local.tags

  attribute {
    name = "id"
    type = "S"
  }
}
