resource "aws_rds_cluster" "reports" {
  cluster_identifier              = "reports"
  engine                          = "aurora-postgresql"
  master_username                 = "reports"
  manage_master_user_password     = true
  enabled_cloudwatch_logs_exports = ["audit", "error"] # for the auditors
}
