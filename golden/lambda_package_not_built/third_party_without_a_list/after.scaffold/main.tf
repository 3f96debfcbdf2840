data "archive_file" "rules" {
  type        = "zip"
  source_dir  = "${path.module}/build/rules"
  output_path = "rules.zip"
}

resource "aws_lambda_function" "rules" {
  function_name    = "rules"
  role             = "arn:aws:iam::111122223333:role/rules"
  handler          = "rules.handle"
  runtime          = "python3.12"
  filename         = data.archive_file.rules.output_path # nobody builds it
  source_code_hash = data.archive_file.rules.output_base64sha256
}
