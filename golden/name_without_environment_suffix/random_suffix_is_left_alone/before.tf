provider "aws" {
  region = "eu-west-1"
}

resource "random_id" "unique" {
  byte_length = 4
}

resource "random_pet" "animal" {}

resource "random_string" "tail" {
  length  = 6
  special = false
  upper   = false
}

resource "aws_s3_bucket" "uploads" {
  bucket = "uploads-${random_id.unique.hex}" # unique already
}

resource "aws_s3_bucket" "exports" {
  bucket = "exports-${random_pet.animal.id}"
}

resource "aws_sqs_queue" "inbox" {
  name = "inbox-${random_string.tail.result}"
}
