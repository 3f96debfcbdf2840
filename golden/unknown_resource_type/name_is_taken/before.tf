resource "aws_rds_instance" "main" {
  instance_class = "db.t4g.micro" # small
}

resource "aws_db_instance" "main" {
  instance_class = "db.t4g.micro"
}
