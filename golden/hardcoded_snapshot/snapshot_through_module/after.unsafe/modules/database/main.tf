variable "name" {
  type = string
}

variable "db_snapshot_identifier" {
  description = "Snapshot that the database is made from"
  type        = string
  default     = null
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = var.name
  engine                      = "aurora-postgresql"
  master_username             = var.db_snapshot_identifier == null ? "dbadmin" : null
  manage_master_user_password = true
  snapshot_identifier         = var.db_snapshot_identifier

  lifecycle {
    ignore_changes = [engine_version]
  }
}
