resource "aws_iam_role_policy_attachment" "legacy" {
  role       = "legacy-app"
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_instance_profile" "gov" {
  # Made by the landing zone, below a path.
  role = "web"
}

resource "aws_iam_policy_attachment" "china" {
  name       = "china"
  roles      = ["ops", "audit"]
  users      = ["jane"]
  policy_arn = "arn:aws-cn:iam::aws:policy/SecurityAudit"
}
