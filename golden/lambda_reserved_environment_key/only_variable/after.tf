resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  s3_bucket     = "code"
  s3_key        = "orders.zip"
  handler       = "main.handler"
  runtime       = "python3.12"

  # Kept small.
  memory_size = 128
}

data "aws_region" "current" {}
