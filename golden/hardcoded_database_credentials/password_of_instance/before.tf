resource "aws_db_instance" "main" {
  identifier     = "orders"
  engine         = "postgres"
  instance_class = "db.t3.micro"
  username       = "dbadmin"
  password       = "InitialPassword123!" # change after the first login
}

resource "aws_rds_cluster" "main" {
  engine          = "aurora-postgresql"
  master_username = "dbadmin"
  master_password = "ChangeMe123456!"
}
