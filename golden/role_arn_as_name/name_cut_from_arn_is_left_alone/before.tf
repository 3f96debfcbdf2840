variable "trust_policy" {
  type = string
}

resource "aws_iam_role" "app" {
  name               = "app"
  assume_role_policy = var.trust_policy
}

# Ugly, but all of these give the name.
resource "aws_iam_role_policy_attachment" "logs" {
  role       = split("/", aws_iam_role.app.arn)[1]
  policy_arn = "arn:aws:iam::aws:policy/CloudWatchLogsFullAccess"
}

resource "aws_iam_role_policy_attachment" "queues" {
  role       = element(split("/", aws_iam_role.app.arn), 1)
  policy_arn = "arn:aws:iam::aws:policy/AmazonSQSFullAccess"
}

resource "aws_iam_instance_profile" "app" {
  role = regex("[^/]+$", aws_iam_role.app.arn)
}

resource "aws_iam_role_policy_attachment" "topics" {
  role       = basename(aws_iam_role.app.arn)
  policy_arn = "arn:aws:iam::aws:policy/AmazonSNSFullAccess"
}
