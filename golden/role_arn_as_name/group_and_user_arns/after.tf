resource "aws_iam_group" "auditors" {
  name = "auditors"
}

resource "aws_iam_user" "ci" {
  name = "ci"
}

resource "aws_iam_group_policy_attachment" "auditors" {
  group      = aws_iam_group.auditors.name
  policy_arn = "arn:aws:iam::aws:policy/SecurityAudit"
}

resource "aws_iam_user_policy_attachment" "ci" {
  user       = aws_iam_user.ci.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_policy_attachment" "billing" {
  name       = "billing"
  users      = [aws_iam_user.ci.name]
  groups     = [aws_iam_group.auditors.name]
  policy_arn = "arn:aws:iam::aws:policy/AWSBillingReadOnlyAccess" # the build user reads bills
}
