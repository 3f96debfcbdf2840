variable "trust_policy" {
  type = string
}

resource "aws_iam_role" "app" {
  name               = "app"
  assume_role_policy = var.trust_policy
}

resource "aws_iam_role_policy_attachment" "logs" {
  role       = aws_iam_role.app.id # the id of a role is its name
  policy_arn = "arn:aws:iam::aws:policy/CloudWatchLogsFullAccess"
}

resource "aws_iam_instance_profile" "app" {
  role = aws_iam_role.app.name
}
