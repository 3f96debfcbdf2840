resource "aws_s3_bucket" "store" {
  bucket_prefix = "store-"
}

resource "aws_sqs_queue" "orders" {
  name = "orders"
}

resource "aws_iam_policy" "work" {
  name = "work"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = ["s3:GetObject", "s3:ListBucket"]
        Resource = [
          aws_s3_bucket.store.id, # the bucket
          "${aws_s3_bucket.store.bucket}/*",
        ]
      },
    ]
  })
}

data "aws_iam_policy_document" "send" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.orders.url]
  }
}
