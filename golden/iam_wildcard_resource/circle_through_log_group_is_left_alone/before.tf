# The function waits for its policy, and the log group is named after the function.
resource "aws_iam_role" "api" {
  name               = "api"
  assume_role_policy = file("trust.json")
}

resource "aws_iam_role_policy" "api" {
  role = aws_iam_role.api.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = "*"
    }]
  })
}

resource "aws_lambda_function" "api" {
  function_name = "api"
  role          = aws_iam_role.api.arn
  handler       = "api.handler"
  runtime       = "python3.12"
  filename      = "api.zip"
  depends_on    = [aws_iam_role_policy.api]
}

resource "aws_cloudwatch_log_group" "api" {
  name = "/aws/lambda/${aws_lambda_function.api.function_name}"
}
