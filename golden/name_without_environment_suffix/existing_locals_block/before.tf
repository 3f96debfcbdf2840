provider "aws" {
  region = "eu-west-1"
}

variable "team" {
  type    = string
  default = "checkout"
}

locals {
  # Carried by everything.
  tags = {
    Team = var.team
  }
}

resource "aws_dynamodb_table" "carts" {
  name         = "carts"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  tags         = local.tags

  attribute {
    name = "id"
    type = "S"
  }
}
