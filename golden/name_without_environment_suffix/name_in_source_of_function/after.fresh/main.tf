provider "aws" {
  region = "eu-west-1"
}

resource "aws_lambda_function" "prices" {
  function_name = "shop-prices"
  role          = aws_iam_role.shop.arn
  handler       = "prices.handle"
  runtime       = "python3.12"
  filename      = data.archive_file.source.output_path
}

resource "aws_lambda_function" "orders" {
  function_name = "shop-orders-${var.environment_suffix}" # nobody calls it
  role          = aws_iam_role.shop.arn
  handler       = "orders.handle"
  runtime       = "python3.12"
  filename      = data.archive_file.source.output_path
}

resource "aws_dynamodb_table" "orders" {
  name         = "shop-orders-table"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

data "archive_file" "source" {
  type        = "zip"
  source_dir  = "${path.module}/src"
  output_path = "${path.module}/shop.zip"
}

resource "aws_iam_role" "shop" {
  name_prefix        = "shop"
  assume_role_policy = file("assume.json")
}
