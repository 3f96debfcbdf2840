provider "aws" {
  region = "eu-west-1"
}

variable "topic_name" {
  type    = string
  default = "orders-events"
}

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = "dev"
}

resource "aws_sns_topic" "events" {
  name = "${var.topic_name}-${var.environment_suffix}"
}

data "aws_iam_policy_document" "publish" {
  statement {
    sid       = "orders-events" # no name, only a label
    actions   = ["sns:Publish"]
    resources = ["arn:aws:sns:eu-west-1:123456789012:${var.topic_name}-${var.environment_suffix}"]

    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values   = ["arn:aws:s3:::uploads-inbox-${var.environment_suffix}"]
    }
  }
}

resource "aws_s3_bucket" "uploads" {
  bucket = "uploads-inbox-${var.environment_suffix}"
}
