# Perhaps somebody wants it back.
resource "aws_sns_topic" "alerts" {
  name = "alerts"
}
