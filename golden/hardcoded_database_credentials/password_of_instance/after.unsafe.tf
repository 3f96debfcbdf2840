resource "aws_db_instance" "main" {
  identifier                  = "orders"
  engine                      = "postgres"
  instance_class              = "db.t3.micro"
  username                    = "dbadmin"
  manage_master_user_password = true # change after the first login
}

resource "aws_rds_cluster" "main" {
  engine                      = "aurora-postgresql"
  master_username             = "dbadmin"
  manage_master_user_password = true
}
