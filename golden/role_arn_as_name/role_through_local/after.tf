variable "trust_policy" {
  type = string
}

locals {
  role = aws_iam_role.api.arn
}

resource "aws_iam_role" "api" {
  name               = "api"
  assume_role_policy = var.trust_policy
}

resource "aws_iam_role_policy_attachment" "logs" {
  role       = aws_iam_role.api.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}

resource "aws_lambda_function" "api" {
  function_name = "api"
  role          = local.role # an ARN, and rightly so
  handler       = "app.handler"
  runtime       = "python3.12"
  filename      = "app.zip"
}
