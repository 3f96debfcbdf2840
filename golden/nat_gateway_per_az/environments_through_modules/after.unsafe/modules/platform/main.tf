variable "environment" {
  type = string
}

variable "single_nat_gateway" {
  description = "Send all private subnets through one NAT gateway"
  type        = bool
  default     = false
}

module "network" {
  source = "../network"

  environment         = var.environment
  public_subnet_cidrs = ["10.0.0.0/24", "10.0.1.0/24"]
  single_nat_gateway  = var.single_nat_gateway
}
