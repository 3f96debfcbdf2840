provider "aws" {}

module "platform" {
  source = "./modules/platform"

  environment        = var.environment
  single_nat_gateway = var.single_nat_gateway
}

variable "environment" {
  type = string
}

variable "single_nat_gateway" {
  description = "Send all private subnets through one NAT gateway"
  type        = bool
  default     = false
}
