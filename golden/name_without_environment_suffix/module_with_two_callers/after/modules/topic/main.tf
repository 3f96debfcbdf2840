resource "aws_sns_topic" "this" {
  name = "${var.stem}-events${local.name_suffix}"
}
