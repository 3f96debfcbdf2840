variable "trust_policy" {
  type = string
}

resource "aws_iam_role" "api" {
  name               = "api"
  assume_role_policy = var.trust_policy
}

module "function" {
  source   = "./modules/function"
  role_arn = aws_iam_role.api.arn
}
