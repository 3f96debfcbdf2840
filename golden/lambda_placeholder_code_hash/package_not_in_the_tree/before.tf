resource "aws_lambda_function" "orders" {
  function_name    = "orders"
  role             = "arn:aws:iam::123456789012:role/orders"
  filename         = "build/orders.zip" # the pipeline builds it
  source_code_hash = "TODO"
  handler          = "orders.handler"
  runtime          = "python3.12"
}
