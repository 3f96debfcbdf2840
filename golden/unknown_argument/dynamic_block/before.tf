resource "aws_eks_node_group" "main" {
  cluster_name  = "main"
  node_role_arn = aws_iam_role.node.arn
  subnet_ids    = var.subnets

  scaling_config {
    desired_size = 1
    max_size     = 2
    min_size     = 1
  }

  # one for each of the list
  dynamic "taints" {
    for_each = var.taints

    content {
      key    = taints.value.key
      value  = lookup(taints.value, "value", null)
      effect = taints.value["effect"]
    }
  }
}
