resource "aws_lambda_function" "main" {
  function_name = "orders"
  role          = aws_iam_role.main.arn

  environment {
    # a map, and no block
    variables = {
      STAGE = "v1"
    }
  }
}
