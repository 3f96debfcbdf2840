resource "aws_lambda_function" "main" {
  function_name = "orders"
  role          = aws_iam_role.main.arn

  vpc_config {
    subnet_ids         = var.subnets # private
    security_group_ids = []
  }
}
