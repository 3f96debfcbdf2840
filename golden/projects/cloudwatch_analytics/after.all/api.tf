# API Gateway

resource "aws_api_gateway_rest_api" "analytics" {
  name = "${var.project_name}-${var.environment_suffix}-api"
}

resource "aws_api_gateway_resource" "metrics" {
  rest_api_id = aws_api_gateway_rest_api.analytics.id
  parent_id   = aws_api_gateway_rest_api.analytics.root_resource_id
  path_part   = "metrics"
}

resource "aws_api_gateway_method" "metrics" {
  rest_api_id   = aws_api_gateway_rest_api.analytics.id
  resource_id   = aws_api_gateway_resource.metrics.id
  http_method   = "GET"
  authorization = "AWS_IAM"
}

resource "aws_api_gateway_integration" "metrics" {
  rest_api_id             = aws_api_gateway_rest_api.analytics.id
  resource_id             = aws_api_gateway_resource.metrics.id
  http_method             = aws_api_gateway_method.metrics.http_method
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  uri                     = aws_lambda_function.api_handler.invoke_arn
}

resource "aws_api_gateway_deployment" "analytics" {
  rest_api_id = aws_api_gateway_rest_api.analytics.id

  depends_on = [aws_api_gateway_integration.metrics]
}

resource "aws_api_gateway_stage" "v1" {
  rest_api_id   = aws_api_gateway_rest_api.analytics.id
  deployment_id = aws_api_gateway_deployment.analytics.id
  stage_name    = "v1"
}

resource "aws_lambda_permission" "api" {
  statement_id  = "AllowApiGateway"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.api_handler.function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.analytics.execution_arn}/*/GET/metrics"
}
