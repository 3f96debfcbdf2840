resource "aws_dynamodb_table" "main" {
  name     = "orders"
  hash_key = "id"

  replica {
    region_name = "eu-central-1" # the second one

    point_in_time_recovery = true
  }
}
