provider "aws" {
  region = "eu-west-1"
}

variable "trust_policy" {
  type = string
}

resource "aws_ecs_cluster" "shop" {
  name = "shop"
}

resource "aws_ecr_repository" "shop" {
  name = "shop/web" # a namespace and a name
}

resource "aws_iam_role" "task" {
  name               = "shop-task"
  assume_role_policy = var.trust_policy
}

resource "aws_iam_instance_profile" "host" {
  name = "shop-host"
  role = aws_iam_role.task.name
}

resource "aws_cloudwatch_event_rule" "nightly" {
  name                = "shop-nightly"
  schedule_expression = "cron(0 3 * * ? *)"
}

resource "aws_sfn_state_machine" "checkout" {
  name       = "shop-checkout"
  role_arn   = aws_iam_role.task.arn
  definition = "{}"
}
