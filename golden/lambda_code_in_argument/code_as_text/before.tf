resource "aws_lambda_function" "thumbnails" {
  function_name = "thumbnails"
  role          = "arn:aws:iam::111122223333:role/thumbnails"
  handler       = "thumbs.handle"
  runtime       = "python3.12"
  timeout       = 20

  # short enough to stand here
  inline_code = <<-PY
    def handle(event, context):
        # one key after the other
        for record in event["Records"]:
            print(record["s3"]["object"]["key"])
  PY

  environment {
    variables = {
      STAGE = "test"
    }
  }
}
