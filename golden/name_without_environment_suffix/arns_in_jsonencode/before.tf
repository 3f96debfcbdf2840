provider "aws" {
  region = "eu-west-1"
}

variable "account_id" {
  type = string
}

resource "aws_sqs_queue" "inbox" {
  name = "orders-inbox"
}

resource "aws_s3_bucket" "archive" {
  bucket = "orders-archive"
}

resource "aws_iam_policy" "worker" {
  name = "orders-worker"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["sqs:ReceiveMessage", "sqs:DeleteMessage"]
        Resource = "arn:aws:sqs:eu-west-1:${var.account_id}:orders-inbox" # no send
      },
      {
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "arn:aws:s3:::orders-archive/*"
      },
    ]
  })
}
