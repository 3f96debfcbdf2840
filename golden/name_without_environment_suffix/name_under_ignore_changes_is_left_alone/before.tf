provider "aws" {
  region = "eu-west-1"
}

resource "aws_ecs_cluster" "imported" {
  name = "legacy"

  lifecycle {
    ignore_changes = [name] # renamed by hand, long ago
  }
}

resource "aws_sqs_queue" "imported" {
  name = "legacy"

  lifecycle {
    ignore_changes = all
  }
}
