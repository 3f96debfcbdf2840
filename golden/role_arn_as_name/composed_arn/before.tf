variable "role_name" {
  type    = string
  default = "legacy-app"
}

data "aws_caller_identity" "current" {}

resource "aws_iam_role_policy_attachment" "legacy" {
  role       = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/${var.role_name}"
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_instance_profile" "web" {
  role = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/service/web" # this account's
}
