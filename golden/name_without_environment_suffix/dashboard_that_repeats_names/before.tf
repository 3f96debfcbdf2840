provider "aws" {
  region = "eu-west-1"
}

variable "role_arn" {
  type = string
}

resource "aws_lambda_function" "resize" {
  function_name = "image-resize"
  role          = var.role_arn
  handler       = "resize.handler"
  runtime       = "python3.12"
  filename      = "resize.zip"
}

resource "aws_cloudwatch_dashboard" "images" {
  dashboard_name = "images"
  dashboard_body = jsonencode({
    widgets = [{
      type = "metric"
      properties = {
        title   = "image-resize" # shown to people
        region  = "eu-west-1"
        metrics = [["AWS/Lambda", "Errors", "FunctionName", "image-resize"]]
      }
    }]
  })
}
