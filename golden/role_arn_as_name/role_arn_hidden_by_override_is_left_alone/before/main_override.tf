resource "aws_iam_role_policy_attachment" "logs" {
  role = aws_iam_role.app.name
}
