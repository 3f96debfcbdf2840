variable "shared" {
  type = string
}

resource "aws_s3_bucket" "store" {
  bucket_prefix = "store-"
}

resource "aws_sns_topic" "notices" {
  name = "notices"
}

data "aws_iam_policy_document" "all" {
  statement {
    actions = ["*"]
    resources = [
      aws_sns_topic.notices.id, # the ARN
      var.shared,
      "arn:aws:s3:::${aws_s3_bucket.store.id}/*",
      "${aws_s3_bucket.store.arn}/*",
    ]
  }
}
