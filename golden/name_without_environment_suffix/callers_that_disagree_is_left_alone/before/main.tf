provider "aws" {
  region = "eu-west-1"
}

variable "environment" {
  type = string
}

module "orders" {
  source = "./modules/topic"
  stem   = "orders-${var.environment}"
}

# Shared by all environments, on purpose.
module "audit" {
  source = "./modules/topic"
  stem   = "audit"
}
