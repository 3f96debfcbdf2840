resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = aws_iam_role.orders.arn
  image_uri     = "orders"
  package_type  = "Image"
}

resource "aws_iam_role" "orders" {
  assume_role_policy = "{}"
}

# It may call itself, and so its policy waits for it.
resource "aws_iam_role_policy" "again" {
  role = aws_iam_role.orders.id
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "lambda:InvokeFunction", Resource = aws_lambda_function.orders.arn }]
  })
}

resource "aws_cloudwatch_log_group" "orders" {
  name = "/aws/lambda/${aws_lambda_function.orders.function_name}"
}
