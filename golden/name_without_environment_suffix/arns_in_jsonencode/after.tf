provider "aws" {
  region = "eu-west-1"
}

variable "account_id" {
  type = string
}

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = ""
}

locals {
  name_suffix = var.environment_suffix == "" ? "" : "-${var.environment_suffix}"
}

resource "aws_sqs_queue" "inbox" {
  name = "orders-inbox${local.name_suffix}"
}

resource "aws_s3_bucket" "archive" {
  bucket = "orders-archive${local.name_suffix}"
}

resource "aws_iam_policy" "worker" {
  name = "orders-worker${local.name_suffix}"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["sqs:ReceiveMessage", "sqs:DeleteMessage"]
        Resource = "arn:aws:sqs:eu-west-1:${var.account_id}:orders-inbox${local.name_suffix}" # no send
      },
      {
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "arn:aws:s3:::orders-archive${local.name_suffix}/*"
      },
    ]
  })
}
