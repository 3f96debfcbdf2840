variable "trust_policy" {
  type = string
}

resource "aws_iam_role" "app" {
  name               = "app"
  assume_role_policy = var.trust_policy
}

resource "aws_iam_role_policy_attachment" "beside" {
  role       = aws_iam_role.app.arn # iacfix: ignore[IAM002] a mock takes ARNs
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_role_policy_attachment" "above" {
  # iacfix: ignore[IAM002] a mock takes ARNs
  role       = aws_iam_role.app.arn
  policy_arn = "arn:aws:iam::aws:policy/AmazonSQSFullAccess"
}

# iacfix: ignore[role-arn-as-name] the whole block
resource "aws_iam_instance_profile" "block" {
  role = aws_iam_role.app.arn
}
