variable "name" {
  type = string
}

variable "password" {
  type = string
}

resource "aws_rds_cluster" "main" {
  cluster_identifier = var.name
  engine             = "aurora-mysql"
  master_username    = "dbadmin"
  master_password    = var.password
}
