terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

resource "aws_s3_bucket" "images" {
  bucket_prefix = "images-"
}

resource "aws_iam_role" "resize" {
  name = "image-resize"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "basic" {
  role       = aws_iam_role.resize.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}

resource "aws_lambda_function" "resize" {
  function_name = "image-resize"
  role          = aws_iam_role.resize.arn
  handler       = "index.handler"
  runtime       = "python3.12"
  timeout       = "30s"
  memory_size   = 512

  inline_code = <<-PY
    def handler(event, context):
        for record in event["Records"]:
            print(record["s3"]["object"]["key"])
  PY
}

resource "aws_lambda_event_invoke_config" "resize" {
  function_name          = aws_lambda_function.resize.function_name
  maximum_retry_attempts = 1
}

resource "aws_lambda_permission" "s3" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.resize.function_name
  principal     = "s3.amazonaws.com"
  source_arn    = aws_s3_bucket.images.arn
}

resource "aws_s3_bucket_notification" "images" {
  bucket = aws_s3_bucket.images.id

  lambda_function = {
    lambda_function_arn = aws_lambda_function.resize.arn
    events              = ["s3:ObjectCreated:*"]
    filter_suffix       = ".png"
  }

  depends_on = [aws_lambda_permission.s3]
}
