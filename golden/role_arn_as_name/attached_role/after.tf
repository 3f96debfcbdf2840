variable "trust_policy" {
  type = string
}

resource "aws_iam_role" "app" {
  name               = "orders-app"
  assume_role_policy = var.trust_policy
}

resource "aws_iam_role_policy_attachment" "app_logs" {
  # The role that the service runs as.
  role       = aws_iam_role.app.name # not the task role
  policy_arn = "arn:aws:iam::aws:policy/CloudWatchLogsFullAccess"
}
