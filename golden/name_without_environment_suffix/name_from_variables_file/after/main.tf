resource "aws_sqs_queue" "inbox" {
  name = "${var.queue_name}${local.name_suffix}"
}
