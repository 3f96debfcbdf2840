# Each of these is read alone.
resource "aws_sqs_queue" "jobs" {}

resource "aws_sns_topic" "a" {}
