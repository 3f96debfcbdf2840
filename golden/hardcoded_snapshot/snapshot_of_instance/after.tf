variable "identifier" {
  type = string
}

variable "db_snapshot_identifier" {
  description = "Snapshot that the database is made from"
  type        = string
  default     = "dev-db-snapshot-20240115"
}

resource "aws_db_instance" "main" {
  identifier          = var.identifier
  engine              = "mysql"
  instance_class      = "db.t3.small"
  snapshot_identifier = var.db_snapshot_identifier # taken before the migration
}
