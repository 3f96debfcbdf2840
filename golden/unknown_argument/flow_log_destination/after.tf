resource "aws_flow_log" "main" {
  iam_role_arn    = aws_iam_role.flow.arn
  log_destination = aws_cloudwatch_log_group.flow.arn # where they go
  traffic_type    = "ALL"
  vpc_id          = aws_vpc.main.id
}

resource "aws_elasticache_replication_group" "main" {
  replication_group_id = "sessions"
  description          = "Sessions of the shop"
  num_cache_clusters   = 2
  engine               = "redis"
}

resource "aws_db_instance" "main" {
  db_name        = "shop"
  engine         = "postgres"
  instance_class = "db.t4g.micro"
}
