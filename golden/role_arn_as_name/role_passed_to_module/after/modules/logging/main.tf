variable "role" {
  description = "Role that may write logs."
  type        = string
}

resource "aws_iam_role_policy_attachment" "logs" {
  role       = var.role
  policy_arn = "arn:aws:iam::aws:policy/CloudWatchLogsFullAccess"
}
