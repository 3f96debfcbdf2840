resource "aws_lambda_function" "orders" {
  function_name    = "orders"
  role             = "arn:aws:iam::123456789012:role/orders"
  filename         = "orders.zip"
  source_code_hash = filebase64sha256("orders.zip") # its own
  handler          = "orders.handler"
  runtime          = "python3.12"
}

# The pipeline says what it built.
resource "aws_lambda_function" "returns" {
  function_name    = "returns"
  role             = "arn:aws:iam::123456789012:role/orders"
  s3_bucket        = "code"
  s3_key           = "returns.zip"
  source_code_hash = var.code_hash
  handler          = "orders.handler"
  runtime          = "python3.12"
}

variable "code_hash" {
  type = string
}
