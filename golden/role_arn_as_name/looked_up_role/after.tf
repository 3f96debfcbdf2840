data "aws_iam_role" "existing" {
  name = "landing-zone-app"
}

resource "aws_iam_role_policy_attachment" "logs" {
  role       = data.aws_iam_role.existing.name # made by the platform team
  policy_arn = "arn:aws:iam::aws:policy/CloudWatchLogsFullAccess"
}
