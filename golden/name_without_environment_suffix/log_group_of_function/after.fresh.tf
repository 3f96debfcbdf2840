provider "aws" {
  region = "eu-west-1"
}

variable "role_arn" {
  type = string
}

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = "dev"
}

resource "aws_cloudwatch_log_group" "resize" {
  name              = "/aws/lambda/image-resize-${var.environment_suffix}"
  retention_in_days = 14
}

resource "aws_lambda_function" "resize" {
  function_name = "image-resize-${var.environment_suffix}"
  role          = var.role_arn
  handler       = "resize.handler"
  runtime       = "python3.12"
  filename      = "resize.zip"

  # The function would make a group without retention.
  depends_on = [aws_cloudwatch_log_group.resize]
}
