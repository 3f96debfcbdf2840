resource "aws_dynamodb_table" "main" {
  name      = "orders"
  hash_key  = "id"
  attribute = var.attributes # a list of them
}
