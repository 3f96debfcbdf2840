# Retired with EC2-Classic: what it did is spread over other resources.
resource "aws_db_security_group" "main" {
  name = "db"
}
