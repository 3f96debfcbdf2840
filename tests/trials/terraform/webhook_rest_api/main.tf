terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
    archive = {
      source  = "hashicorp/archive"
      version = "~> 2.4"
    }
  }
}

provider "aws" {
  region = var.aws_region
}

resource "aws_iam_role" "webhook" {
  name = "webhook-lambda"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

data "archive_file" "webhook" {
  type        = "zip"
  source_dir  = "${path.module}/lambda"
  output_path = "${path.module}/webhook.zip"
}

resource "aws_lambda_function" "webhook" {
  function_name    = "webhook"
  filename         = data.archive_file.webhook.output_path
  source_code_hash = data.archive_file.webhook.output_base64sha256
  role             = aws_iam_role.webhook.arn
  handler          = "index.handler"
  runtime          = "nodejs20.x"
}
