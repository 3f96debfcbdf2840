resource "aws_secretsmanager_secret" "app" {
  name = "app/database"

  # The team agreed on a month.
  rotation_rules {
    automatically_after_days = 30
  }
}


variable "rotation_lambda_arn" {
  type = string
}
