resource "random_password" "auth" {
  length           = 32
  special          = true
  override_special = "!&#$^<>-"
}

resource "aws_elasticache_subnet_group" "sessions" {
  name       = "${var.name_prefix}-sessions"
  subnet_ids = var.subnet_ids
}

resource "aws_elasticache_parameter_group" "sessions" {
  name   = "${var.name_prefix}-sessions"
  family = "redis7"

  parameter {
    name  = "maxmemory-policy"
    value = "allkeys-lru"
  }
}

resource "aws_security_group" "redis" {
  name        = "${var.name_prefix}-redis"
  description = "Access to the session cache"
  vpc_id      = var.vpc_id

  ingress {
    from_port   = 6379
    to_port     = 6379
    protocol    = "tcp"
    cidr_blocks = var.allowed_cidrs
  }
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id          = "${var.name_prefix}-sessions"
  replication_group_description = "Session store"
  engine                        = "redis"
  engine_version                = "7.1"
  node_type                     = "cache.t4g.small"
  number_cache_clusters = 2
  parameter_group_name          = aws_elasticache_parameter_group.sessions.name
  subnet_group_name             = aws_elasticache_subnet_group.sessions.name
  security_group_ids            = [aws_security_group.redis.id]
  port                          = 6379

  automatic_failover_enabled = true
  multi_az_enabled           = true

  at_rest_encryption_enabled = true
  transit_encryption_enabled = true
  auth_token_enabled         = true
  auth_token                 = random_password.auth.result
}

output "primary_endpoint" {
  value = aws_elasticache_replication_group.sessions.primary_endpoint_address
}
