# Adds the orders up.
resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  filename      = "lambda.zip"
  handler       = "orders.handler"
  runtime       = "python3.12"
}

# Adds the orders up.
resource "aws_lambda_function" "returns" {
  function_name = "returns"
  role          = "arn:aws:iam::123456789012:role/orders"
  filename      = "lambda.zip"
  handler       = "orders.handler"
  runtime       = "python3.12"
}
