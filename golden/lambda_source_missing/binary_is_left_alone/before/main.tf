data "archive_file" "orders" {
  type        = "zip"
  source_file = "${path.module}/bootstrap"
  output_path = "${path.module}/orders.zip"
}

# Adds the orders up.
resource "aws_lambda_function" "orders" {
  function_name    = "orders"
  role             = "arn:aws:iam::123456789012:role/orders"
  filename         = data.archive_file.orders.output_path
  source_code_hash = data.archive_file.orders.output_base64sha256
  handler          = "bootstrap.handler"
  runtime          = "provided.al2023"

  environment {
    variables = {
      LOG_LEVEL  = "INFO"
      TABLE_NAME = "orders"
    }
  }
}
