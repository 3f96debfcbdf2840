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
  default     = "dev"
}

resource "aws_dynamodb_table" "users" {
  name         = "users-${var.environment_suffix}"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = var.users_column

  attribute {
    name = var.users_column # a column keeps its name
    type = "S"
  }
}

resource "aws_secretsmanager_secret" "api_key" {
  name = "shop/api-key-${var.environment_suffix}"
}

resource "aws_kinesis_stream" "clicks" {
  name        = "shop-clicks-${var.environment_suffix}"
  shard_count = 1
}

resource "aws_cognito_user_pool" "customers" {
  name = "shop-customers-${var.environment_suffix}"
}
