resource "aws_db_parameter_group" "shop" {
  name   = "shop"
  family = "mysql8.0"

  # Slow queries are those of two seconds.
  parameter { name = "long_query_time", value = "2" }
}
