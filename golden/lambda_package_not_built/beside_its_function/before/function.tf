resource "aws_sqs_queue" "reports" {
  name = "reports"
}

# every morning
resource "aws_lambda_function" "report" {
  function_name = "report"
  role          = aws_iam_role.report.arn
  handler       = "report.handle"
  runtime       = "python3.12"
  filename      = "report.zip"
}
