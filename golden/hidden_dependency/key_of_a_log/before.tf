resource "aws_kms_key" "logs" {}

resource "aws_kms_key_policy" "logs" {
  key_id = aws_kms_key.logs.id
  policy = var.policy
}

resource "aws_cloudwatch_log_group" "orders" {
  name       = "orders"
  kms_key_id = aws_kms_key.logs.arn # ours
}

variable "policy" {
  type = string
}
