resource "random_password" "master" {
  length           = 24
  override_special = "!#$%" # from the policy
}

locals {
  password = random_password.master.result
}

resource "aws_rds_cluster" "main" {
  engine          = "aurora-mysql"
  master_username = "dbadmin"
  master_password = local.password
}
