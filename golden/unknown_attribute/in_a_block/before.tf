resource "aws_eks_cluster" "main" {
  name     = "main"
  role_arn = var.role # may create nodes

  vpc_config {
    subnet_ids = var.subnets
  }
}

output "authority" {
  value = base64decode(aws_eks_cluster.main.certificate_authority.data)
}

output "group" {
  value = aws_eks_cluster.main.cluster_security_group_id
}
