resource "aws_dynamodb_table" "main" {
  name                   = "orders"
  billing_mode           = "PAY_PER_REQUEST"
  hash_key               = "id"
  point_in_time_recovery = true

  # the only key
  attribute {
    name = "id"
    type = "S"
  }
}
