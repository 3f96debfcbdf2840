variable "db_password" {
  type    = string
  default = "ChangeMe123456!"
}

resource "aws_db_instance" "main" {
  identifier          = "orders"
  engine              = "mysql"
  instance_class      = "db.t4g.medium"
  allocated_storage   = 20
  username            = "admin"
  password            = var.db_password
  skip_final_snapshot = true
}

resource "aws_secretsmanager_secret" "db" {
  name       = "orders-db"
  kms_key_id = aws_kms_key.secrets.id
}

resource "aws_secretsmanager_secret_version" "db" {
  secret_id = aws_secretsmanager_secret.db.id
  secret_string = jsonencode({
    username = "admin"
    password = var.db_password
  })
}

resource "aws_kms_key" "secrets" {
  description = "Secrets of orders"
}

data "aws_iam_policy_document" "reads" {
  statement {
    actions   = ["secretsmanager:GetSecretValue"]
    resources = [aws_secretsmanager_secret.db.arn]
  }
}

output "secret" {
  value = aws_secretsmanager_secret.db.arn
}
