variable "retention_days" {
  type    = number
  default = 30
}

terraform {
  backend "s3" {
    bucket         = "acme-terraform-state"
    key            = "orders/terraform.tfstate"
    region         = "eu-west-1"
    dynamodb_table = "acme-terraform-lock"
  }
}

resource "aws_s3_bucket" "state" {
  bucket = "acme-terraform-state"
}

resource "aws_dynamodb_table" "lock" {
  name         = "acme-terraform-lock"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "LockID"

  attribute {
    name = "LockID"
    type = "S"
  }
}

resource "aws_s3_bucket" "exports" {
  bucket = "acme-orders-exports"
}
