resource "aws_sqs_queue" "inbox" {
  name = "${var.project_name}-${var.environment_suffix}-inbox"
}

resource "aws_sqs_queue" "outbox" {
  name = "${var.project_name}-${var.environment_suffix}-outbox"
}
