resource "aws_db_instance" "main" {
  instance_class    = "db.t4g.micro"
  storage_encrypted = true # always
  multi_az          = false
}
