resource "aws_iam_policy" "audit" {
  name = "audit"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["s3:GetBucketEncryption", "s3:GetObject"] # for the audit
      Resource = "*"
    }]
  })
}

data "aws_iam_policy_document" "objects" {
  statement {
    actions   = ["s3:HeadObject"]
    resources = ["*"]
  }
}
