provider "aws" {
  region = "eu-west-1"
}

variable "users_column" {
  type    = string
  default = "id"
}

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = ""
}

locals {
  name_suffix = var.environment_suffix == "" ? "" : "-${var.environment_suffix}"
}

resource "aws_dynamodb_table" "users" {
  name         = "users${local.name_suffix}"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = var.users_column

  attribute {
    name = var.users_column # a column keeps its name
    type = "S"
  }
}

resource "aws_secretsmanager_secret" "api_key" {
  name = "shop/api-key${local.name_suffix}"
}

resource "aws_kinesis_stream" "clicks" {
  name        = "shop-clicks${local.name_suffix}"
  shard_count = 1
}

resource "aws_cognito_user_pool" "customers" {
  name = "shop-customers${local.name_suffix}"
}
