output "role_arn" {
  description = "For functions, which take an ARN."
  value       = aws_iam_role.app.arn
}
