# RDS: metadata of metrics and dashboards

resource "aws_db_instance" "metadata" {
  identifier        = "${var.project_name}${local.name_suffix}-metadata"
  engine            = "mysql"
  instance_class    = var.metadata_instance_class
  allocated_storage = var.metadata_allocated_storage
  storage_encrypted = true

  db_name  = "analytics"
  username = "analytics"
  password = var.db_password

  performance_insights_enabled = true
  backup_retention_period      = var.metadata_backup_retention_period

  # Protect production data
  deletion_protection       = true
  skip_final_snapshot       = false
  final_snapshot_identifier = "${var.project_name}-metadata-final"
}
