resource "aws_db_instance" "orders" {
  identifier                  = "orders"
  engine                      = "postgres"
  engine_version              = "15.19" # the newest when this was written
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "orders"
  manage_master_user_password = true
  skip_final_snapshot         = true
}

resource "aws_rds_cluster" "events" {
  cluster_identifier          = "events"
  engine                      = "aurora-mysql"
  engine_version              = "8.0.mysql_aurora.3.13.0"
  master_username             = "events"
  manage_master_user_password = true
  skip_final_snapshot         = true
}

resource "aws_rds_cluster_instance" "events" {
  count = 2

  cluster_identifier = aws_rds_cluster.events.id
  engine             = aws_rds_cluster.events.engine
  engine_version     = aws_rds_cluster.events.engine_version
  instance_class     = "db.r6g.large"
}
