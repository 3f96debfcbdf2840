terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

variable "name" {
  type    = string
  default = "svc"
}

module "network" {
  source   = "./modules/network"
  vpc_cidr = "10.40.0.0/16"
}

resource "aws_db_subnet_group" "service" {
  name       = var.name
  subnet_ids = module.network.private_subnets
}
