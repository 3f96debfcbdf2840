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
  default     = ""
}

locals {
  name_suffix = var.environment_suffix == "" ? "" : "-${var.environment_suffix}"
}

resource "aws_kms_key" "orders" {
  enable_key_rotation = true
}

resource "aws_kms_alias" "orders" {
  name          = "alias/orders${local.name_suffix}" # the slash is AWS's
  target_key_id = aws_kms_key.orders.key_id
}

resource "aws_kms_alias" "backup" {
  name          = "alias/${var.project_name}${local.name_suffix}-backup"
  target_key_id = aws_kms_key.orders.key_id
}

resource "aws_sns_topic" "alerts" {
  name              = "orders-alerts${local.name_suffix}"
  kms_master_key_id = "alias/orders${local.name_suffix}"
}

resource "aws_sns_topic" "plain" {
  name              = "orders-plain${local.name_suffix}"
  kms_master_key_id = "alias/aws/sns"
}
