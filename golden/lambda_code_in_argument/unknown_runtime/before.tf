variable "runtime" {
  type = string
}

# nothing says what the file is called
resource "aws_lambda_function" "thumbnails" {
  function_name = "thumbnails"
  role          = "arn:aws:iam::111122223333:role/thumbnails"
  handler       = "thumbs.handle"
  runtime       = var.runtime
  inline_code   = "def handle(event, context):\n    return event\n"
}
