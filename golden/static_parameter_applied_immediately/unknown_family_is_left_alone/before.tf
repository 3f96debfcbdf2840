variable "family" {
  type = string # postgres or mysql
}

resource "aws_db_parameter_group" "main" {
  name   = "main"
  family = var.family

  parameter {
    name  = "max_connections"
    value = "200"
  }
}
