resource "aws_iam_role_policy_attachment" "legacy" {
  role       = "arn:aws:iam::123456789012:role/legacy-app"
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_instance_profile" "gov" {
  # Made by the landing zone, below a path.
  role = "arn:aws-us-gov:iam::123456789012:role/service/batch/web"
}

resource "aws_iam_policy_attachment" "china" {
  name       = "china"
  roles      = ["arn:aws-cn:iam::123456789012:role/ops", "audit"]
  users      = ["arn:aws-cn:iam::123456789012:user/division/jane"]
  policy_arn = "arn:aws-cn:iam::aws:policy/SecurityAudit"
}
