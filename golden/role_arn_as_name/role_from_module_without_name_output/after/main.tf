variable "trust_policy" {
  type = string
}

module "iam" {
  source       = "./modules/iam"
  trust_policy = var.trust_policy
}

resource "aws_iam_role_policy_attachment" "app" {
  role       = module.iam.role_name # all that the module hands out
  policy_arn = "arn:aws:iam::aws:policy/AmazonSQSFullAccess"
}
