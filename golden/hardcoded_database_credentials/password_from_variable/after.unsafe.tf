variable "db_username" {
  type    = string
  default = "dbadmin"
}

# The database of the shop
resource "aws_db_instance" "main" {
  engine                      = "mysql"
  instance_class              = "db.t3.micro"
  username                    = var.db_username
  manage_master_user_password = true
}
