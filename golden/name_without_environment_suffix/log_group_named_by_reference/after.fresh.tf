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

resource "aws_lambda_function" "resize" {
  function_name = "image-resize-${var.environment_suffix}"
  role          = var.role_arn
  handler       = "resize.handler"
  runtime       = "python3.12"
  filename      = "resize.zip"
}

# Follows the function by itself.
resource "aws_cloudwatch_log_group" "resize" {
  name              = "/aws/lambda/${aws_lambda_function.resize.function_name}"
  retention_in_days = 14
}
