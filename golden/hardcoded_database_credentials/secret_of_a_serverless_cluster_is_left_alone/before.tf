# RDS makes no password for a cluster of this mode.
resource "aws_rds_cluster" "main" {
  cluster_identifier  = "orders"
  engine              = "aurora-mysql"
  engine_mode         = "serverless"
  master_username     = "admin"
  master_password     = "ChangeMe123456!"
  skip_final_snapshot = true
}

resource "aws_secretsmanager_secret" "db" {
  name = "orders-db"
}

resource "aws_secretsmanager_secret_version" "db" {
  secret_id = aws_secretsmanager_secret.db.id
  secret_string = jsonencode({
    username = "admin"
    password = "ChangeMe123456!"
  })
}
