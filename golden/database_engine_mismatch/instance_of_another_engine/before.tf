resource "aws_rds_cluster" "reports" {
  cluster_identifier          = "reports"
  engine                      = "aurora-mysql"
  master_username             = "reports"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "writer" {
  cluster_identifier = aws_rds_cluster.reports.id
  instance_class     = "db.r6g.large"
  engine             = "aurora-postgresql" # the same for all
}
