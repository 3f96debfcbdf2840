terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

variable "role_arn" {
  type = string
}

variable "ship_function_arn" {
  type = string
}

resource "aws_cloudwatch_log_group" "fulfilment" {
  name              = "/aws/vendedlogs/states/fulfilment"
  retention_in_days = 90
}

resource "aws_sfn_state_machine" "fulfilment" {
  name         = "fulfilment"
  type         = "Standard"
  iam_role_arn = var.role_arn

  definition = {
    StartAt = "Ship"
    States = {
      Ship = {
        Type     = "Task"
        Resource = var.ship_function_arn
        End      = true
      }
    }
  }

  logging_config {
    level                  = "ERROR"
    include_execution_data = false
    log_destination        = "${aws_cloudwatch_log_group.fulfilment.arn}:*"
  }
}
