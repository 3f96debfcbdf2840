# Provider 5 knows the stage's name here, 6 does not: either may be what is used.
resource "aws_api_gateway_deployment" "main" {
  rest_api_id = aws_api_gateway_rest_api.main.id
  stage_name  = "v1"
}

resource "google_compute_instance" "main" {
  vpc = true
}
