variable "hash_key" {
  type = string
}

variable "indexes" {
  type = map(string)
}

resource "aws_dynamodb_table" "one" {
  name         = "one"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = var.hash_key # may be either

  attribute {
    name = "id"
    type = "S"
  }

  attribute {
    name = "room"
    type = "S"
  }
}

resource "aws_dynamodb_table" "two" {
  name         = "two"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  attribute {
    name = "room"
    type = "S"
  }

  dynamic "global_secondary_index" {
    for_each = var.indexes

    content {
      name            = global_secondary_index.key
      hash_key        = global_secondary_index.value
      projection_type = "ALL"
    }
  }
}
