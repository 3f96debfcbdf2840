resource "aws_eks_cluster" "main" {
  name     = "main"
  role_arn = var.role # may create nodes

  vpc_config {
    subnet_ids = var.subnets
  }
}

output "authority" {
  value = base64decode(aws_eks_cluster.main.certificate_authority[0].data)
}

output "group" {
  value = aws_eks_cluster.main.vpc_config[0].cluster_security_group_id
}
