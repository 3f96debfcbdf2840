resource "aws_rds_cluster" "main" {
  cluster_identifier = "orders-${var.environment}"
  engine             = "aurora-postgresql"
}

resource "aws_rds_cluster_instance" "main" {
  count              = 2 # a writer and a reader
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}
