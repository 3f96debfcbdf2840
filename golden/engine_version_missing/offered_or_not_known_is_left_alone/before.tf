variable "engine_version" {
  type = string
}

resource "aws_db_instance" "series" {
  engine         = "mysql"
  engine_version = "8.0" # the newest of them
  instance_class = "db.t3.medium"
}

resource "aws_db_instance" "newer_than_the_table" {
  engine         = "postgres"
  engine_version = "16.19"
  instance_class = "db.t3.medium"
}

resource "aws_db_instance" "other_engine" {
  engine         = "oracle-se2"
  engine_version = "19.0.0.0.ru-2021-04.rur-2021-04.r1"
  instance_class = "db.t3.medium"
}

resource "aws_db_instance" "from_outside" {
  engine         = "postgres"
  engine_version = var.engine_version
  instance_class = "db.t3.medium"
}

resource "aws_db_instance" "clone" {
  engine              = "mysql"
  engine_version      = "8.0.28"
  replicate_source_db = "orders"
  instance_class      = "db.t3.medium"
}
