resource "aws_sqs_queue" "inbox" {
  name = "${var.project_name}${local.name_suffix}-inbox"
}

resource "aws_sqs_queue" "outbox" {
  name = "${var.project_name}${local.name_suffix}-outbox"
}
