resource "aws_rds_cluster" "second" {
  cluster_identifier        = "ledger-second"
  global_cluster_identifier = "ledger"
  engine                    = "aurora-postgresql"
  engine_version            = "15.3"
  skip_final_snapshot       = true
}
