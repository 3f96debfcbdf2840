variable "trust_policy" { type = string }

resource "aws_iam_role" "app" { assume_role_policy = var.trust_policy }

/* one line each, as in the old days */
resource "aws_iam_instance_profile" "app" { role = aws_iam_role.app.name }

resource "aws_iam_role_policy_attachment" "logs" {
  role = ( # parenthesised
    aws_iam_role.app.name
  )
  policy_arn = "arn:aws:iam::aws:policy/CloudWatchLogsFullAccess"
}
