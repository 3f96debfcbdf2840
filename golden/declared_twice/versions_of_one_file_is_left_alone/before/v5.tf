# How it is.
module "cluster" {
  source  = "terraform-aws-modules/eks/aws"
  version = "~> 19.0"
}

provider "kubernetes" {
  host = module.cluster.cluster_endpoint
}
