resource "aws_sqs_queue" "jobs" {}

resource "aws_sns_topic" "b" {}
