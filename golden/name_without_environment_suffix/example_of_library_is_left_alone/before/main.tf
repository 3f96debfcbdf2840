# A library: its callers are elsewhere.
resource "aws_sqs_queue" "this" {
  name = var.name
}
