resource "aws_eks_addon" "dns" {
  cluster_name = "main"
  addon_name   = "coredns"
  version      = var.dns_version # is called addon_version
}

resource "aws_eks_node_group" "spot" {
  cluster_name    = "main"
  node_group_name = "spot"
  node_role_arn   = "arn:aws:iam::111122223333:role/node"
  subnet_ids      = var.subnets

  scaling_config {
    desired_capacity = var.nodes
    max_size         = 4
    min_size         = 1
  }
}

variable "subnets" {
  type = list(string)
}

resource "aws_api_gateway_deployment" "api" {
  rest_api_id = "a1b2c3d4e5"
  stage_name  = var.stage
}
