variable "name" {
  type = string
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = var.name
  engine                      = "aurora-mysql"
  master_username             = "dbadmin"
  manage_master_user_password = true
}
