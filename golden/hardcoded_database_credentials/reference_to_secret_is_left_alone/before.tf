# Nothing here says what the password is.
variable "db_password" {
  type      = string
  sensitive = true
}

data "aws_secretsmanager_secret_version" "db" {
  secret_id = "db"
}

resource "aws_db_instance" "given" {
  engine   = "mysql"
  password = var.db_password
}

resource "aws_db_instance" "looked_up" {
  engine   = "mysql"
  password = jsondecode(data.aws_secretsmanager_secret_version.db.secret_string)["password"]
}

resource "aws_db_instance" "write_only" {
  engine              = "mysql"
  password_wo         = var.db_password
  password_wo_version = 1
}

resource "aws_secretsmanager_secret_version" "filled_by_hand" {
  secret_id     = "app"
  secret_string = jsonencode({ password = "CHANGE_ME" })

  lifecycle {
    ignore_changes = [secret_string]
  }
}
