# Role that the CI system assumes through OpenID Connect
variable "oidc_provider_arn" {
  type = string
}

variable "bucket_arn" {
  type = string
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principal {
      type        = "Federated"
      identifiers = [var.oidc_provider_arn]
    }
  }
}

data "aws_iam_policy_document" "deploy" {
  statement {
    action    = ["s3:PutObject", "s3:DeleteObject"]
    resources = ["${var.bucket_arn}/*"]
  }
}

resource "aws_iam_role" "deploy" {
  name          = "ci-deploy"
  assume_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_policy" "deploy" {
  name   = "ci-deploy"
  policy = data.aws_iam_policy_document.deploy.policy
}

resource "aws_iam_role_policy_attachment" "deploy" {
  role   = aws_iam_role.deploy.name
  policy = aws_iam_policy.deploy.arn
}
