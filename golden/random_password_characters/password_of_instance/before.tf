resource "random_password" "master" {
  length  = 32
  special = true # as the policy wants it
}

resource "aws_db_instance" "main" {
  engine   = "postgres"
  username = "dbadmin"
  password = random_password.master.result
}
