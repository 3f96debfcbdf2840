provider "aws" {
  region = "eu-west-1"
}

variable "project_name" {
  type    = string
  default = "orders"
}

resource "aws_kms_key" "orders" {
  enable_key_rotation = true
}

resource "aws_kms_alias" "orders" {
  name          = "alias/orders" # the slash is AWS's
  target_key_id = aws_kms_key.orders.key_id
}

resource "aws_kms_alias" "backup" {
  name          = "alias/${var.project_name}-backup"
  target_key_id = aws_kms_key.orders.key_id
}

resource "aws_sns_topic" "alerts" {
  name              = "orders-alerts"
  kms_master_key_id = "alias/orders"
}

resource "aws_sns_topic" "plain" {
  name              = "orders-plain"
  kms_master_key_id = "alias/aws/sns"
}
