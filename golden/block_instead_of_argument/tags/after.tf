resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"

  tags = {
    Name = "main" # shown in the console
    Team = "web"
  }
}

resource "aws_lambda_function" "main" {
  function_name = "orders"
  role          = aws_iam_role.main.arn

  environment {
    variables = { STAGE = "v1" }
  }
}
