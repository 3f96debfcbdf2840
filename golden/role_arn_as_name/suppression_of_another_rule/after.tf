variable "trust_policy" {
  type = string
}

resource "aws_iam_role" "app" {
  name               = "app"
  assume_role_policy = var.trust_policy
}

resource "aws_iam_role_policy_attachment" "logs" {
  role       = aws_iam_role.app.name # iacfix: ignore[NAM001] names are fixed here
  policy_arn = "arn:aws:iam::aws:policy/CloudWatchLogsFullAccess"
}
