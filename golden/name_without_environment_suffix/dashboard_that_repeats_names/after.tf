provider "aws" {
  region = "eu-west-1"
}

variable "role_arn" {
  type = string
}

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = ""
}

locals {
  name_suffix = var.environment_suffix == "" ? "" : "-${var.environment_suffix}"
}

resource "aws_lambda_function" "resize" {
  function_name = "image-resize${local.name_suffix}"
  role          = var.role_arn
  handler       = "resize.handler"
  runtime       = "python3.12"
  filename      = "resize.zip"
}

resource "aws_cloudwatch_dashboard" "images" {
  dashboard_name = "images${local.name_suffix}"
  dashboard_body = jsonencode({
    widgets = [{
      type = "metric"
      properties = {
        title   = "image-resize${local.name_suffix}" # shown to people
        region  = "eu-west-1"
        metrics = [["AWS/Lambda", "Errors", "FunctionName", "image-resize${local.name_suffix}"]]
      }
    }]
  })
}
