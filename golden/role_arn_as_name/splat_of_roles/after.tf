variable "trust_policy" {
  type = string
}

resource "aws_iam_role" "worker" {
  count              = 3
  name               = "worker-${count.index}"
  assume_role_policy = var.trust_policy
}

resource "aws_iam_policy_attachment" "metrics" {
  name       = "metrics"
  roles      = aws_iam_role.worker[*].name # every worker
  policy_arn = "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy"
}

resource "aws_iam_policy_attachment" "tracing" {
  name       = "tracing"
  roles      = [for role in aws_iam_role.worker : role.arn]
  policy_arn = "arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess"
}
