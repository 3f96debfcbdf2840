variable "trust_policy" {
  type = string
}

resource "aws_iam_role" "app" {
  name               = "app"
  assume_role_policy = var.trust_policy
}

output "app_role_arn" {
  value = aws_iam_role.app.arn
}

output "app_role_name" {
  value = aws_iam_role.app.name
}
