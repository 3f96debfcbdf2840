resource "aws_secretsmanager_secret" "app" {
  name = "app/database"

  # The team agreed on a month.
  rotation_rules {
    automatically_after_days = 30
  }
}

resource "aws_secretsmanager_secret_rotation" "app" {
  secret_id           = aws_secretsmanager_secret.app.id
  rotation_lambda_arn = var.rotation_lambda_arn
}

variable "rotation_lambda_arn" {
  type = string
}
