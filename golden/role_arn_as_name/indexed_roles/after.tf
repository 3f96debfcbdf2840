variable "trust_policy" {
  type = string
}

resource "aws_iam_role" "worker" {
  count              = 2
  name               = "worker-${count.index}"
  assume_role_policy = var.trust_policy
}

resource "aws_iam_role_policy_attachment" "queue" {
  count      = 2
  role       = aws_iam_role.worker[count.index].name
  policy_arn = "arn:aws:iam::aws:policy/AmazonSQSFullAccess"
}

# Only the first worker writes reports.
resource "aws_iam_role_policy_attachment" "reports" {
  role       = aws_iam_role.worker[0].name
  policy_arn = "arn:aws:iam::aws:policy/AmazonS3FullAccess"
}
