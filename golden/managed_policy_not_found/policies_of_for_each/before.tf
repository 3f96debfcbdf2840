resource "aws_iam_role_policy_attachment" "node" {
  for_each = toset([
    "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy",
    "arn:aws:iam::aws:policy/service-role/AmazonEKS_CNI_Policy", # pods
  ])

  role       = aws_iam_role.node.name
  policy_arn = each.value
}
