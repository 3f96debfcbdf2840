resource "aws_dynamodb_table" "main" {
  name         = "orders"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id" # of the order
    type = "S"
  }
}

output "table_arn" {
  value = aws_dynamodb_table.main.arn
}
