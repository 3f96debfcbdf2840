resource "aws_lambda_function" "thumbnails" {
  function_name = "thumbnails"
  role          = "arn:aws:iam::111122223333:role/thumbnails"
  handler       = "thumbs.handle"
  runtime       = "python3.12"
  code          = "thumbnails.zip" # no code, but where it is
}
