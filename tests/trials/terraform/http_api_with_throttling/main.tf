terraform {
  required_version = ">= 1.4"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

resource "aws_iam_role" "items" {
  name = "items-api"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}

resource "aws_lambda_function" "items" {
  function_name    = "items"
  role             = aws_iam_role.items.arn
  runtime          = "python3.12"
  handler          = "items.handler"
  filename         = "${path.module}/items.zip"
  source_code_hash = filebase64sha256("${path.module}/items.zip")
}

resource "aws_cloudwatch_log_group" "api" {
  name              = "/aws/apigateway/items"
  retention_in_days = 30
}

resource "aws_apigatewayv2_api" "items" {
  name          = "items"
  protocol_type = "HTTP"

  cors {
    allow_origins = ["https://shop.example.com"]
    allow_methods = ["GET", "POST"]
  }
}

resource "aws_apigatewayv2_integration" "items" {
  api_id                 = aws_apigatewayv2_api.items.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.items.invoke_arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_route" "get_items" {
  api_id    = aws_apigatewayv2_api.items.id
  route_key = "GET /items"
  integration_id = aws_apigatewayv2_integration.items.id
}

resource "aws_apigatewayv2_stage" "default" {
  api_id      = aws_apigatewayv2_api.items.id
  name        = "$default"
  auto_deploy = true

  access_log_settings {
    log_destination_arn = aws_cloudwatch_log_group.api.arn
    format = jsonencode({
      requestId = "$context.requestId"
      status    = "$context.status"
    })
  }

  default_route_settings {
    throttle_burst_limit = 200
    throttle_rate_limit  = 100
  }
}
