resource "aws_iam_role" "hello" {
  name               = "hello"
  assume_role_policy = file("trust.json")
}

resource "aws_iam_role_policy" "hello" {
  role = aws_iam_role.hello.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = "arn:aws:logs:*:*:*" # any group
    }]
  })
}

resource "aws_lambda_function" "hello" {
  function_name = "${var.project}-hello"
  role          = aws_iam_role.hello.arn
  handler       = "hello.handler"
  runtime       = "python3.12"
  filename      = "hello.zip"
}

variable "project" {
  type = string
}
