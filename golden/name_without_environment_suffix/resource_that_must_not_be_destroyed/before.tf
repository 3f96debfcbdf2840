provider "aws" {
  region = "eu-west-1"
}

variable "project_name" {
  type    = string
  default = "ledger"
}

resource "aws_dynamodb_table" "ledger" {
  name         = "${var.project_name}-entries"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  lifecycle {
    prevent_destroy = true # ten years of bookkeeping
  }
}
