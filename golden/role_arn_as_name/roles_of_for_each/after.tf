variable "trust_policy" {
  type = string
}

resource "aws_iam_role" "team" {
  for_each           = toset(["payments", "search"])
  name               = "${each.key}-ci"
  assume_role_policy = var.trust_policy
}

resource "aws_iam_role_policy_attachment" "read" {
  for_each   = toset(["payments", "search"])
  role       = aws_iam_role.team[each.key].name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_role_policy_attachment" "deploy" {
  for_each   = aws_iam_role.team # one attachment for each role
  role       = each.value.arn
  policy_arn = "arn:aws:iam::aws:policy/PowerUserAccess"
}

resource "aws_iam_instance_profile" "search" {
  role = aws_iam_role.team["search"].name
}
