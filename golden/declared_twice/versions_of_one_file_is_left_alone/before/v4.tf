# How it was.
module "cluster" {
  source  = "terraform-aws-modules/eks/aws"
  version = "~> 18.0"
}

provider "kubernetes" {
  host = module.cluster.cluster_endpoint
}

variable "name" {}
