resource "aws_lambda_function" "rules" {
  function_name = "rules"
  role          = "arn:aws:iam::111122223333:role/rules"
  handler       = "rules.handle"
  runtime       = "python3.12"
  filename      = "rules.zip" # nobody builds it
}
