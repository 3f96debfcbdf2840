# iacfix: ignore-file[IAM002] fixtures of a mock that takes ARNs

variable "trust_policy" {
  type = string
}

resource "aws_iam_role" "app" {
  assume_role_policy = var.trust_policy
}

resource "aws_iam_instance_profile" "app" {
  role = aws_iam_role.app.arn
}
