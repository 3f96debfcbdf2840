# Letters and digits are always taken.
resource "random_password" "plain" {
  length  = 32
  special = false
}

resource "random_password" "chosen" {
  length           = 32
  override_special = "!#$%&*()-_=+[]{}<>:?"
}

resource "aws_db_instance" "plain" {
  engine   = "mysql"
  password = random_password.plain.result
}

resource "aws_rds_cluster" "chosen" {
  engine          = "aurora-mysql"
  master_password = random_password.chosen.result
}
