# Written by a developer's own machine; read, never edited.
resource "aws_iam_role_policy_attachment" "logs" {
  role = aws_iam_role.app.arn
}
