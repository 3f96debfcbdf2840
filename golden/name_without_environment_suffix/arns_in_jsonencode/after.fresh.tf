provider "aws" {
  region = "eu-west-1"
}

variable "account_id" {
  type = string
}

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = "dev"
}

resource "aws_sqs_queue" "inbox" {
  name = "orders-inbox-${var.environment_suffix}"
}

resource "aws_s3_bucket" "archive" {
  bucket = "orders-archive-${var.environment_suffix}"
}

resource "aws_iam_policy" "worker" {
  name = "orders-worker-${var.environment_suffix}"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["sqs:ReceiveMessage", "sqs:DeleteMessage"]
        Resource = "arn:aws:sqs:eu-west-1:${var.account_id}:orders-inbox-${var.environment_suffix}" # no send
      },
      {
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "arn:aws:s3:::orders-archive-${var.environment_suffix}/*"
      },
    ]
  })
}
