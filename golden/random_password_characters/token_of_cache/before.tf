resource "random_password" "token" {
  length = 64 # the most
}

resource "aws_elasticache_replication_group" "main" {
  replication_group_id       = "sessions"
  description                = "sessions"
  transit_encryption_enabled = true
  auth_token                 = random_password.token.result
}
