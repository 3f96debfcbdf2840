resource "aws_api_gateway_method_settings" "main" {
  rest_api_id = aws_api_gateway_rest_api.main.id
  stage_name  = aws_api_gateway_stage.main.stage_name
  method_path = "*/*"

  settings = {
    # numbers, no contents
    metrics_enabled    = true
    "logging_level"    = "INFO", # not ERROR
    data_trace_enabled : false
  }
}

resource "aws_s3_bucket_versioning" "main" {
  bucket                   = aws_s3_bucket.main.id
  versioning_configuration = { status = "Enabled" }
}

resource "aws_lb_target_group" "main" {
  port         = 80
  protocol     = "HTTP"
  vpc_id       = aws_vpc.main.id
  health_check = { path = "/health", matcher = "200" }
}
