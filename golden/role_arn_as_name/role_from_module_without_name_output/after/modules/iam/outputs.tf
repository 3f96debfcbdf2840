output "role_arn" {
  description = "For functions, which take an ARN."
  value       = aws_iam_role.app.arn
}

output "role_name" {
  value = aws_iam_role.app.name
}
