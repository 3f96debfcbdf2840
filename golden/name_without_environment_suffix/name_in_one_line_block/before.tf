provider "aws" { region = "eu-west-1" }

variable "retention" { default = 86400 }

resource "aws_sqs_queue" "inbox" { name = "orders-inbox" }

/* kept short */
resource "aws_sqs_queue" "outbox" {
  name = "orders-outbox" // a day
  message_retention_seconds = (
    var.retention
  )
}
