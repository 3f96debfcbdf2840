variable "runtime" {
  description = "What the functions run on."
  type        = string
  default     = "python3.7"
}

provider "aws" {
  region = "eu-central-1"
}

resource "aws_lambda_function" "reader" {
  function_name = "reader"
  role          = "arn:aws:iam::123456789012:role/work"
  runtime       = var.runtime
  handler       = "index.handler"
  s3_bucket     = "code"
  s3_key        = "reader.zip"
}
