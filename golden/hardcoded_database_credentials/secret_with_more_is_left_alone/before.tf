resource "aws_db_instance" "main" {
  engine              = "mysql"
  instance_class      = "db.t4g.medium"
  allocated_storage   = 20
  username            = "admin"
  password            = "ChangeMe123456!"
  skip_final_snapshot = true
}

resource "aws_secretsmanager_secret" "db" {
  name = "orders-db"
}

# Who reads this finds the address, which is in no secret of RDS.
resource "aws_secretsmanager_secret_version" "db" {
  secret_id = aws_secretsmanager_secret.db.id
  secret_string = jsonencode({
    username = "admin"
    password = "ChangeMe123456!"
    host     = aws_db_instance.main.address
  })
}
