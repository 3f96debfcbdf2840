provider "aws" {}

# its outputs may stand in the file that cannot be read
module "network" {
  source = "./network"
}

output "vpc" {
  value = module.network.vpc_id
}
