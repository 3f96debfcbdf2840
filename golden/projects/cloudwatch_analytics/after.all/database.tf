# RDS: metadata of metrics and dashboards

resource "aws_db_instance" "metadata" {
  identifier        = "${var.project_name}-${var.environment_suffix}-metadata"
  engine            = "mysql"
  instance_class    = "db.t3.micro"
  allocated_storage = 20
  storage_encrypted = true

  db_name                     = "analytics"
  username                    = "analytics"
  manage_master_user_password = true

  performance_insights_enabled = true
  backup_retention_period      = 7

  # Protect production data
  deletion_protection       = var.deletion_protection
  skip_final_snapshot       = false
  final_snapshot_identifier = "${var.project_name}-metadata-final"
}
