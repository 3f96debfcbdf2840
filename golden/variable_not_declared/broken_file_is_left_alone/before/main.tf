resource "aws_sqs_queue" "this" {
  name = var.name # it is in the other file
}
