provider "aws" {
  region = "eu-west-1"
}

variable "workers" {
  type    = number
  default = 2
}

resource "aws_sqs_queue" "work" {
  count = var.workers
  name  = "work-${count.index}" # one for each worker
}

resource "aws_sns_topic" "events" {
  for_each = toset(["created", "paid"])
  name     = "orders-${each.key}"
}

resource "aws_s3_bucket" "regional" {
  for_each = toset(["raw", "clean"])
  bucket   = each.value
}
