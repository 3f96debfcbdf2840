# Deprecated, and it works.
resource "aws_cloudwatch_event_rule" "main" {
  name       = "nightly"
  is_enabled = var.enabled
}
