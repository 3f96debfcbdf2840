variable "trust_policy" {
  type = string
}

resource "aws_iam_role" "api" {
  name               = "api"
  assume_role_policy = var.trust_policy
}

resource "aws_iam_role" "batch" {
  name               = "batch"
  assume_role_policy = var.trust_policy
}

module "api_logging" {
  source = "./modules/logging"
  role   = aws_iam_role.api.name # should be the name
}

module "batch_logging" {
  source = "./modules/logging"
  role   = aws_iam_role.batch.name
}
