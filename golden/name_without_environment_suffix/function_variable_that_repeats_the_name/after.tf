provider "aws" {
  region = "eu-west-1"
}

variable "role_arn" {
  type = string
}

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = ""
}

locals {
  name_suffix = var.environment_suffix == "" ? "" : "-${var.environment_suffix}"
}

resource "aws_dynamodb_table" "carts" {
  name         = "shop-carts${local.name_suffix}"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_lambda_function" "checkout" {
  function_name = "checkout-${terraform.workspace}"
  role          = var.role_arn
  handler       = "checkout.handler"
  runtime       = "python3.12"
  filename      = "checkout.zip"

  environment {
    variables = {
      TABLE_NAME = "shop-carts${local.name_suffix}" # read by the handler
    }
  }
}
