output "endpoint" {
  description = "Connection endpoint of the database"
  value       = aws_db_instance.main.endpoint
}

output "password" {
  value     = random_password.db.result
  sensitive = true
}
