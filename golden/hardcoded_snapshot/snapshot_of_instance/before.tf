variable "identifier" {
  type = string
}

resource "aws_db_instance" "main" {
  identifier          = var.identifier
  engine              = "mysql"
  instance_class      = "db.t3.small"
  snapshot_identifier = "dev-db-snapshot-20240115" # taken before the migration
}
