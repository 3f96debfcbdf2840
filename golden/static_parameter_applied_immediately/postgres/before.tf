resource "aws_db_parameter_group" "main" {
  name   = "main"
  family = "postgres16"

  parameter {
    name  = "shared_preload_libraries"
    value = "pg_stat_statements" # slow queries
  }

  parameter {
    apply_method = "immediate"
    name         = "max_connections"
    value        = "200"
  }

  parameter {
    name  = "log_min_duration_statement"
    value = "1000"
  }

  parameter {
    name         = "rds.logical_replication"
    value        = "1"
    apply_method = "pending-reboot"
  }
}

# The family is known through the variable's default.
variable "family" {
  default = "aurora-mysql8.0"
}

resource "aws_rds_cluster_parameter_group" "main" {
  name   = "main"
  family = var.family

  parameter {
    name  = "binlog_format"
    value = "ROW"
  }
}
