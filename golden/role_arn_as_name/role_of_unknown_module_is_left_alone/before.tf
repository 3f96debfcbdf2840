module "irsa" {
  source  = "terraform-aws-modules/iam/aws//modules/iam-assumable-role"
  version = "5.44.0"
}

# Nobody has the module's source here.
resource "aws_iam_role_policy_attachment" "extra" {
  role       = module.irsa.iam_role_name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}
