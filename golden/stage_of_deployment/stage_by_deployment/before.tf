terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

resource "aws_api_gateway_deployment" "main" {
  rest_api_id       = aws_api_gateway_rest_api.main.id
  stage_name        = var.stage
  stage_description = "Orders"

  # after what it deploys
  depends_on = [aws_api_gateway_integration.main]
}

resource "aws_api_gateway_method_settings" "main" {
  rest_api_id = aws_api_gateway_rest_api.main.id
  stage_name  = aws_api_gateway_deployment.main.stage_name
  method_path = "*/*"

  settings {
    metrics_enabled = true
  }
}

output "url" {
  value = "${aws_api_gateway_deployment.main.invoke_url}/orders"
}
