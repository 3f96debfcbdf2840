resource "aws_secretsmanager_secret" "app" {
  name = "app/database"
}

resource "aws_secretsmanager_secret_rotation" "app" {
  secret_id           = aws_secretsmanager_secret.app.id
  rotation_lambda_arn = var.rotation_lambda_arn

  # The team agreed on a month.
  rotation_rules {
    automatically_after_days = 30
  }
}

variable "rotation_lambda_arn" {
  type = string
}
