# Built once, and kept beside the code.
resource "aws_lambda_function" "orders" {
  function_name    = "orders"
  role             = "arn:aws:iam::123456789012:role/orders"
  filename         = "${path.module}/orders.zip"
  source_code_hash = ""
  handler          = "orders.handler"
  runtime          = "python3.12"
}
