resource "aws_rds_cluster" "reports" {
  cluster_identifier              = "reports"
  engine                          = "aurora-postgresql"
  master_username                 = "reports"
  manage_master_user_password     = true
  enabled_cloudwatch_logs_exports = ["postgresql"] # for the auditors
}

resource "aws_db_instance" "ledger" {
  identifier                      = "ledger"
  engine                          = "mysql"
  instance_class                  = "db.t4g.micro"
  enabled_cloudwatch_logs_exports = ["error", "slowquery"] # both are looked at
}
