# In MySQL the number of connections can change at any time.
resource "aws_db_parameter_group" "main" {
  name   = "main"
  family = "mysql8.0"

  parameter {
    name  = "max_connections"
    value = "200"
  }

  parameter {
    name  = "binlog_format"
    value = "ROW"
  }
}
