variable "trust_policy" {
  type = string
}

variable "share_role" {
  type    = bool
  default = false
}

resource "aws_iam_role" "own" {
  name               = "own"
  assume_role_policy = var.trust_policy
}

resource "aws_iam_role" "shared" {
  name               = "shared"
  assume_role_policy = var.trust_policy
}

resource "aws_iam_role_policy_attachment" "logs" {
  # The shared role is used by the test accounts.
  role       = var.share_role ? aws_iam_role.shared.name : aws_iam_role.own.name
  policy_arn = "arn:aws:iam::aws:policy/CloudWatchLogsFullAccess"
}
