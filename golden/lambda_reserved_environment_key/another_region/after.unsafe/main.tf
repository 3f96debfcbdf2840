provider "aws" {
  region = "eu-west-1"
}

data "archive_file" "copy" {
  type        = "zip"
  source_file = "${path.module}/src/copy.py"
  output_path = "${path.module}/copy.zip"
}

# Copies what arrives to the other continent.
resource "aws_lambda_function" "copy" {
  function_name    = "copy"
  role             = "arn:aws:iam::123456789012:role/copy"
  filename         = data.archive_file.copy.output_path
  source_code_hash = data.archive_file.copy.output_base64sha256
  handler          = "copy.handler"
  runtime          = "python3.12"

  environment {
    variables = {
      TARGET_REGION = "us-east-1"
      BUCKET        = "copies"
    }
  }
}
