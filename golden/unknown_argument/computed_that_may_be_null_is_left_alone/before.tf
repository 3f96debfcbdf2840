variable "ipv6_cidr" {
  default = null
}

resource "aws_eks_cluster" "main" {
  name     = "main"
  role_arn = var.role

  vpc_config {
    subnet_ids = var.subnets
  }

  # The provider computes this one: null is the only value that it takes.
  kubernetes_network_config {
    service_ipv6_cidr = var.ipv6_cidr
  }
}
