resource "aws_api_gateway_rest_api" "webhook" {
  name = "webhook"
}

resource "aws_api_gateway_resource" "events" {
  rest_api_id = aws_api_gateway_rest_api.webhook.id
  parent_id   = aws_api_gateway_rest_api.webhook.root_resource_id
  path_part   = "events"
}

resource "aws_api_gateway_method" "post" {
  rest_api_id   = aws_api_gateway_rest_api.webhook.id
  resource_id   = aws_api_gateway_resource.events.id
  http_method   = "POST"
  authorization = "AWS_IAM"
}

resource "aws_api_gateway_integration" "lambda" {
  rest_api_id             = aws_api_gateway_rest_api.webhook.id
  resource_id             = aws_api_gateway_resource.events.id
  http_method             = aws_api_gateway_method.post.http_method
  integration_http_method = "POST"
  type                    = "AWS_PROXY"
  uri                     = aws_lambda_function.webhook.invoke_arn
}

resource "aws_api_gateway_deployment" "webhook" {
  rest_api_id = aws_api_gateway_rest_api.webhook.id
  stage_name  = var.stage

  depends_on = [aws_api_gateway_integration.lambda]

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_lambda_permission" "apigw" {
  statement_id = "AllowAPIGateway"
  action       = "lambda:InvokeFunction"
  function     = aws_lambda_function.webhook.function_name
  principal    = "apigateway.amazonaws.com"
  source_arn   = "${aws_api_gateway_rest_api.webhook.execution_arn}/*/*"
}

output "url" {
  value = "${aws_api_gateway_deployment.webhook.invoke_url}/events"
}

output "stage" {
  value = var.stage
}
