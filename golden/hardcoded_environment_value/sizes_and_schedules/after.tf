provider "aws" {
  region = "eu-west-1"
}

variable "environment_suffix" {
  type = string
}

variable "nightly_schedule_expression" {
  description = "Nightly schedule expression"
  type        = string
  default     = "rate(1 day)"
}

variable "main_backup_retention_period" {
  description = "Main backup retention period"
  type        = number
  default     = 7
}

variable "main_instance_class" {
  description = "Main instance class"
  type        = string
  default     = "db.t4g.micro"
}

resource "aws_cloudwatch_event_rule" "nightly" {
  name                = "nightly-${var.environment_suffix}"
  schedule_expression = var.nightly_schedule_expression # at night
}

resource "aws_db_instance" "main" {
  identifier              = "main-${var.environment_suffix}"
  engine                  = "postgres"
  instance_class          = var.main_instance_class
  backup_retention_period = var.main_backup_retention_period
}
