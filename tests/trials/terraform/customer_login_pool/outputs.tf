output "issuer" {
  value = "https://${aws_cognito_user_pool.customers.endpoint_url}"
}
