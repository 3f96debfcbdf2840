provider "aws" {
  region = "eu-west-1"
}

variable "trust_policy" {
  type = string
}

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = ""
}

locals {
  name_suffix = var.environment_suffix == "" ? "" : "-${var.environment_suffix}"
}

resource "aws_ecs_cluster" "shop" {
  name = "shop${local.name_suffix}"
}

resource "aws_ecr_repository" "shop" {
  name = "shop/web${local.name_suffix}" # a namespace and a name
}

resource "aws_iam_role" "task" {
  name               = "shop-task${local.name_suffix}"
  assume_role_policy = var.trust_policy
}

resource "aws_iam_instance_profile" "host" {
  name = "shop-host${local.name_suffix}"
  role = aws_iam_role.task.name
}

resource "aws_cloudwatch_event_rule" "nightly" {
  name                = "shop-nightly${local.name_suffix}"
  schedule_expression = "cron(0 3 * * ? *)"
}

resource "aws_sfn_state_machine" "checkout" {
  name       = "shop-checkout${local.name_suffix}"
  role_arn   = aws_iam_role.task.arn
  definition = "{}"
}
