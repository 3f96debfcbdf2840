terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

locals {
  consumers = toset(["billing", "shipping", "search"])
}

resource "aws_sns_topic" "order_events" {
  name = "order-events"
}

resource "aws_sqs_queue" "dead_letter" {
  for_each                 = local.consumers
  name                     = "${each.key}-order-events-dlq"
  message_retention_period = 1209600
}

resource "aws_sqs_queue" "consumer" {
  for_each                = local.consumers
  name                    = "${each.key}-order-events"
  visibility_timeout      = 120
  sqs_managed_sse_enabled = true

  redrive_policy {
    deadLetterTargetArn = aws_sqs_queue.dead_letter[each.key].arn
    maxReceiveCount     = 4
  }
}

data "aws_iam_policy_document" "publish" {
  for_each = local.consumers

  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.consumer[each.key].arn]

    principals {
      type        = "Service"
      identifiers = ["sns.amazonaws.com"]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [aws_sns_topic.order_events.arn]
    }
  }
}

resource "aws_sqs_queue_policy" "publish" {
  for_each  = local.consumers
  queue_url = aws_sqs_queue.consumer[each.key].id
  policy    = data.aws_iam_policy_document.publish[each.key].json
}

resource "aws_sns_topic_subscription" "consumer" {
  for_each                    = local.consumer_queues
  topic_arn                   = aws_sns_topic.order_events.arn
  protocol                    = "sqs"
  endpoint                    = aws_sqs_queue.consumer[each.key].arn
  enable_raw_message_delivery = true
}
