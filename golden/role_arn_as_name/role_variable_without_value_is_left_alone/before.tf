variable "role_arn" {
  description = "Callers hand in what they like."
  type        = string
}

resource "aws_iam_role_policy_attachment" "logs" {
  role       = var.role_arn # nothing is known about it
  policy_arn = "arn:aws:iam::aws:policy/CloudWatchLogsFullAccess"
}
