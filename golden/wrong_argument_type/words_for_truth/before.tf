resource "aws_db_instance" "main" {
  instance_class    = "db.t4g.micro"
  storage_encrypted = "enabled" # always
  multi_az          = "no"
}
