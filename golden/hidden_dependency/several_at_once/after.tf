resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = aws_iam_role.orders.arn
  image_uri     = var.image
  package_type  = "Image"

  depends_on = [
    aws_iam_role_policy.logs, # it writes from the first second
    aws_cloudwatch_log_group.orders,
    aws_iam_role_policy.tables,
  ]
}

resource "aws_iam_role" "orders" {
  assume_role_policy = var.trust
}

resource "aws_iam_role_policy" "logs" {
  role   = aws_iam_role.orders.id
  policy = var.policy
}

resource "aws_iam_role_policy" "tables" {
  role   = aws_iam_role.orders.id
  policy = var.policy
}

resource "aws_cloudwatch_log_group" "orders" {
  name = "/aws/lambda/orders"
}

resource "aws_lambda_permission" "uploads" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.orders.function_name
  principal     = "s3.amazonaws.com"
}

resource "aws_lambda_permission" "api" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.orders.function_name
  principal     = "apigateway.amazonaws.com"
}

resource "aws_s3_bucket_notification" "uploads" {
  bucket = "uploads"

  lambda_function {
    lambda_function_arn = aws_lambda_function.orders.arn
    events              = ["s3:ObjectCreated:*"]
  }

  depends_on = [aws_lambda_permission.uploads]
}

variable "image" {
  type = string
}

variable "trust" {
  type = string
}

variable "policy" {
  type = string
}
