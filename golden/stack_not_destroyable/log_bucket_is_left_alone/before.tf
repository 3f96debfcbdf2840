variable "environment" {
  type    = string
  default = "dev"
}

provider "aws" {
  region = "eu-central-1"
}

resource "aws_s3_bucket" "access_logs" {
  bucket = "access-logs"
}

resource "aws_s3_bucket" "documents" {
  bucket              = "documents"
  object_lock_enabled = true # kept by law
}

resource "aws_db_instance" "replica" {
  replicate_source_db = "orders"
  instance_class      = "db.t4g.micro"
}
