resource "aws_sqs_queue" "inbox" {
  name = "${var.project_name}-inbox"
}

resource "aws_sqs_queue" "outbox" {
  name = "${var.project_name}-outbox"
}
