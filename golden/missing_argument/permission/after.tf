resource "aws_lambda_permission" "main" {
  function_name = aws_lambda_function.main.function_name
  principal     = "events.amazonaws.com" # the nightly rule
  source_arn    = aws_cloudwatch_event_rule.main.arn
  action        = "lambda:InvokeFunction"
}

resource "aws_cloudfront_origin_access_control" "main" {
  name                              = "orders"
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
}
