variable "environment" {
  type = string
}

module "network" {
  source = "../network"

  environment         = var.environment
  public_subnet_cidrs = ["10.0.0.0/24", "10.0.1.0/24"]
}
