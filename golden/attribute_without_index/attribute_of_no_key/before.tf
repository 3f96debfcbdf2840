resource "aws_dynamodb_table" "rooms" {
  name         = "rooms"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  # who is connected
  attribute {
    name = "id"
    type = "S"
  }

  attribute {
    name = "room"
    type = "S"
  }

  attribute {
    name = "team"
    type = "S"
  }

  global_secondary_index {
    name            = "by-team"
    hash_key        = "team"
    projection_type = "ALL"
  }
}
