# Adds the orders up.
resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  filename      = "${path.module}/function.zip"
  handler       = "index.handler"
  runtime       = "java21"
}
