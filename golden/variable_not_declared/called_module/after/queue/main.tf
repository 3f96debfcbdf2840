resource "aws_sqs_queue" "this" {
  name = var.name # as the caller says
}
