variable "name" {
  type = string
}

resource "aws_sqs_queue" "this" {
  name = var.name
}

resource "aws_sqs_queue" "failed" {
  name = "${var.name}-failed"
}
