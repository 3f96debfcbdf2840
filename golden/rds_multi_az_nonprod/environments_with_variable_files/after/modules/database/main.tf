resource "aws_db_instance" "main" {
  identifier     = "orders-${var.environment}"
  engine         = "postgres"
  instance_class = "db.t3.medium"
  multi_az       = var.db_multi_az # survive the loss of a zone
}
