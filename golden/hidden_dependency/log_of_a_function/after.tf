resource "aws_cloudwatch_log_group" "orders" {
  name              = "/aws/lambda/${var.project}-orders"
  retention_in_days = 14
}

resource "aws_lambda_function" "orders" {
  function_name = "${var.project}-orders"
  role          = var.role_arn
  image_uri     = var.image
  package_type  = "Image"
  depends_on    = [aws_s3_bucket.code, aws_cloudwatch_log_group.orders] # the image's layers
}

resource "aws_s3_bucket" "code" {
  bucket = "code"
}

variable "project" {
  type = string
}

variable "role_arn" {
  type = string
}

variable "image" {
  type = string
}
