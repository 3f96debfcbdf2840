resource "aws_db_instance" "main" {
  identifier                    = "orders"
  engine                        = "mysql"
  instance_class                = "db.t4g.medium"
  allocated_storage             = 20
  username                      = "admin"
  manage_master_user_password   = true
  skip_final_snapshot           = true
  master_user_secret_kms_key_id = aws_kms_key.secrets.id
}

resource "aws_kms_key" "secrets" {
  description = "Secrets of orders"
}

data "aws_iam_policy_document" "reads" {
  statement {
    actions   = ["secretsmanager:GetSecretValue"]
    resources = [aws_db_instance.main.master_user_secret[0].secret_arn]
  }
}

output "secret" {
  value = aws_db_instance.main.master_user_secret[0].secret_arn
}
