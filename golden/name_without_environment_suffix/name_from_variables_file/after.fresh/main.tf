resource "aws_sqs_queue" "inbox" {
  name = "${var.queue_name}-${var.environment_suffix}"
}
