data "archive_file" "thumbnails" {
  type        = "zip"
  output_path = "${path.module}/thumbnails.zip"

  source {
    filename = "thumbs.py"
    content  = <<-PY
      def handle(event, context):
          # one key after the other
          for record in event["Records"]:
              print(record["s3"]["object"]["key"])
    PY
  }
}

resource "aws_lambda_function" "thumbnails" {
  function_name = "thumbnails"
  role          = "arn:aws:iam::111122223333:role/thumbnails"
  handler       = "thumbs.handle"
  runtime       = "python3.12"
  timeout       = 20

  # short enough to stand here
  filename         = data.archive_file.thumbnails.output_path
  source_code_hash = data.archive_file.thumbnails.output_base64sha256

  environment {
    variables = {
      STAGE = "test"
    }
  }
}
