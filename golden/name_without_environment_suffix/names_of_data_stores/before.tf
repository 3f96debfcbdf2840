provider "aws" {
  region = "eu-west-1"
}

variable "users_column" {
  type    = string
  default = "id"
}

resource "aws_dynamodb_table" "users" {
  name         = "users"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = var.users_column

  attribute {
    name = var.users_column # a column keeps its name
    type = "S"
  }
}

resource "aws_secretsmanager_secret" "api_key" {
  name = "shop/api-key"
}

resource "aws_kinesis_stream" "clicks" {
  name        = "shop-clicks"
  shard_count = 1
}

resource "aws_cognito_user_pool" "customers" {
  name = "shop-customers"
}
