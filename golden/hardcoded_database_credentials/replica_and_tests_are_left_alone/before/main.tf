# A replica has the password of its source.
resource "aws_db_instance" "replica" {
  replicate_source_db = "orders"
  instance_class      = "db.t3.micro"
  password            = "NotUsedHere1!"
}
