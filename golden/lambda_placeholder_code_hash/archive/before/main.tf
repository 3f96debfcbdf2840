data "archive_file" "orders" {
  type        = "zip"
  source_file = "${path.module}/orders.py"
  output_path = "${path.module}/orders.zip"
}

resource "aws_lambda_function" "orders" {
  function_name    = "orders"
  role             = "arn:aws:iam::123456789012:role/orders"
  filename         = data.archive_file.orders.output_path
  source_code_hash = "placeholder" # see above
  handler          = "orders.handler"
  runtime          = "python3.12"
}
