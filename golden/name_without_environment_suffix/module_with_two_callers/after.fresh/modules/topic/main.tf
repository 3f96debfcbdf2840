resource "aws_sns_topic" "this" {
  name = "${var.stem}-events-${var.environment_suffix}"
}
