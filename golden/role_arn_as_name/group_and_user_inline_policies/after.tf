variable "policy" {
  type = string
}

resource "aws_iam_group" "operators" {
  name = "operators"
}

resource "aws_iam_user" "deployer" {
  name = "deployer"
}

resource "aws_iam_group_policy" "operators" {
  name   = "restart-services"
  group  = aws_iam_group.operators.name
  policy = var.policy
}

resource "aws_iam_user_policy" "deployer" {
  name   = "deploy"
  user   = aws_iam_user.deployer.name # no console access
  policy = var.policy
}
