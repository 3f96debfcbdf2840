variable "trust_policy" {
  type = string
}

resource "aws_iam_role" "api" {
  name               = "api"
  assume_role_policy = var.trust_policy
}

resource "aws_iam_role" "worker" {
  name               = "worker"
  assume_role_policy = var.trust_policy
}

resource "aws_iam_policy_attachment" "tracing" {
  name = "tracing"
  roles = [
    aws_iam_role.api.name,
    aws_iam_role.worker.name, # already right
    aws_iam_role.worker.name,
    "batch",
  ]
  policy_arn = "arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess"
}
