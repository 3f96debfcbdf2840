resource "aws_elasticache_replication_group" "main" {
  replication_group_id       = "sessions"
  description                = "Sessions"
  transit_encryption_enabled = true # wanted by the token
  auth_token_enabled         = true
  auth_token                 = random_password.main.result
}
