variable "name" {
  type = string
}

resource "aws_rds_cluster" "main" {
  cluster_identifier  = var.name
  engine              = "aurora-postgresql"
  snapshot_identifier = "orders-2024-01-15"

  lifecycle {
    ignore_changes = [engine_version]
  }
}
