variable "trust_policy" {
  type = string
}

locals {
  # Roles that may read the archive.
  readers = [aws_iam_role.api.name, aws_iam_role.batch.name]
}

resource "aws_iam_role" "api" {
  name               = "api"
  assume_role_policy = var.trust_policy
}

resource "aws_iam_role" "batch" {
  name               = "batch"
  assume_role_policy = var.trust_policy
}

resource "aws_iam_policy_attachment" "archive" {
  name       = "archive"
  roles      = local.readers
  policy_arn = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
}
