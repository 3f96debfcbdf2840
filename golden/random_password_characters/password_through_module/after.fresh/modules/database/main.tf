variable "password" {
  type = string
}

resource "aws_db_instance" "main" {
  engine   = "mysql"
  username = "admin"
  password = var.password
}
