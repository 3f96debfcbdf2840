variable "role_name" {
  type    = string
  default = "legacy-app"
}

data "aws_caller_identity" "current" {}

resource "aws_iam_role_policy_attachment" "legacy" {
  role       = var.role_name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_instance_profile" "web" {
  role = "web" # this account's
}
