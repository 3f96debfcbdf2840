variable "identifier" {
  type = string
}

variable "db_snapshot_identifier" {
  description = "Snapshot that the database is made from"
  type        = string
  default     = null
}

resource "aws_db_instance" "main" {
  identifier                  = var.identifier
  engine                      = "mysql"
  instance_class              = "db.t3.small"
  username                    = var.db_snapshot_identifier == null ? "admin" : null
  allocated_storage           = 20
  manage_master_user_password = true
  snapshot_identifier         = var.db_snapshot_identifier # taken before the migration

  lifecycle {
    ignore_changes = [snapshot_identifier]
  }
}
