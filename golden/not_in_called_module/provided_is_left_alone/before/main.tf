provider "aws" {}

module "network" {
  source   = "./network"
  for_each = toset(["blue", "green"])

  colour = each.key
}

module "registry" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "5.8.1"

  anything = "goes" # nobody here can tell
}

output "vpcs" {
  value = { for colour, network in module.network : colour => network.vpc_id }
}

output "blue" {
  value = [module.network["blue"].vpc_id, module.registry.vpc_id]
}

output "all" {
  value = module.network
}

output "zone_id" {
  value = try(module.network["blue"].zone_id, null)
}

moved {
  from = module.firewall
  to   = module.network.module.firewall
}
