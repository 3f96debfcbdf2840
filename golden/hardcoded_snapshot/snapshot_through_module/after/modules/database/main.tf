variable "name" {
  type = string
}

variable "db_snapshot_identifier" {
  description = "Snapshot that the database is made from"
  type        = string
  default     = "orders-2024-01-15"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier  = var.name
  engine              = "aurora-postgresql"
  snapshot_identifier = var.db_snapshot_identifier

  lifecycle {
    ignore_changes = [engine_version]
  }
}
