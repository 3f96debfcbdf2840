# The table of sessions.
resource "aws_dynamodb_table" "sessions" {
  name         = "sessions"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  tags = {
    Team = "web" # the team that pays
}

resource "aws_sqs_queue" "jobs" {
  name = "jobs"
}
