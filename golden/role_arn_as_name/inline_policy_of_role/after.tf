variable "trust_policy" {
  type = string
}

resource "aws_iam_role" "reader" {
  name               = "report-reader"
  assume_role_policy = var.trust_policy
}

resource "aws_iam_role_policy" "read_reports" {
  name = "read-reports"
  role = aws_iam_role.reader.name

  # Reports are read, never written.
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "arn:aws:s3:::reports/*"
    }]
  })
}

resource "aws_iam_role_policies_exclusive" "reader" {
  role_name    = aws_iam_role.reader.name
  policy_names = [aws_iam_role_policy.read_reports.name]
}
