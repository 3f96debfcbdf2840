resource "aws_db_instance" "orders" {
  identifier          = "orders"
  instance_class      = "db.t4g.micro"
  engine              = "postgres"
  allocated_storage   = 20
  skip_final_snapshot = true
}

# Where the application finds it.
output "endpoint" {
  value = aws_db_instance.orders.endpoint
}
