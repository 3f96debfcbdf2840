provider "aws" {
  region = "eu-west-1"
}

variable "project_name" {
  type    = string
  default = "orders"
}

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = "dev"
}

resource "aws_kms_key" "orders" {
  enable_key_rotation = true
}

resource "aws_kms_alias" "orders" {
  name          = "alias/orders-${var.environment_suffix}" # the slash is AWS's
  target_key_id = aws_kms_key.orders.key_id
}

resource "aws_kms_alias" "backup" {
  name          = "alias/${var.project_name}-${var.environment_suffix}-backup"
  target_key_id = aws_kms_key.orders.key_id
}

resource "aws_sns_topic" "alerts" {
  name              = "orders-alerts-${var.environment_suffix}"
  kms_master_key_id = "alias/orders-${var.environment_suffix}"
}

resource "aws_sns_topic" "plain" {
  name              = "orders-plain-${var.environment_suffix}"
  kms_master_key_id = "alias/aws/sns"
}
