variable "db_username" {
  type    = string
  default = "dbadmin"
}

variable "db_password" {
  description = "Master password"
  type        = string
  sensitive   = true
  default     = "ChangeMe123456!"
}

# The database of the shop
resource "aws_db_instance" "main" {
  engine         = "mysql"
  instance_class = "db.t3.micro"
  username       = var.db_username
  password       = var.db_password
}
