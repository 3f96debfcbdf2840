# Uploaded by the pipeline.
resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  s3_bucket     = "code"
  s3_key        = "orders.zip"
  handler       = "orders.handler"
  runtime       = "python3.12"
}
