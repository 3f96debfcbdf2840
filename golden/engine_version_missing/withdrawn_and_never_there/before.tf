resource "aws_rds_cluster" "orders" {
  engine                      = "aurora-postgresql"
  engine_version              = "15.99" # as it was when we began
  master_username             = "orders"
  manage_master_user_password = true
}
