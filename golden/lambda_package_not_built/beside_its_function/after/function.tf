resource "aws_sqs_queue" "reports" {
  name = "reports"
}

data "archive_file" "report" {
  type        = "zip"
  source_file = "${path.module}/src/report.py"
  output_path = "report.zip"
}

# every morning
resource "aws_lambda_function" "report" {
  function_name    = "report"
  role             = aws_iam_role.report.arn
  handler          = "report.handle"
  runtime          = "python3.12"
  filename         = data.archive_file.report.output_path
  source_code_hash = data.archive_file.report.output_base64sha256
}
