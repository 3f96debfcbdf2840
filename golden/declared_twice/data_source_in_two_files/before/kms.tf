resource "aws_kms_key" "main" {
  description = "main key of ${data.aws_caller_identity.current.account_id}"
}

data "aws_caller_identity" "current" {}
