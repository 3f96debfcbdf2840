# Open to the load balancer only.
resource "aws_security_group" "app" {
  name        = "app-${var.environment}" # as the wiki has it
  description = "app"

  tags = {
    Name = "sg-app-${var.environment}"
  }
}

resource "aws_security_group" "db" {
  name_prefix = "db-"
}

resource "aws_security_group" "cache" {
  name = var.cache
}

locals {
  queue = "sg-queue"
}

resource "aws_security_group" "queue" {
  name = "queue"

  tags = {
    Name = local.queue
  }
}

resource "aws_security_group" "topic" {
  name = var.public ? "topic-public" : "topic"
}
