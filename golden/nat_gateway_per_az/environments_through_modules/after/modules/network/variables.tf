variable "environment" {
  type = string
}

variable "public_subnet_cidrs" {
  type = list(string)
}

variable "single_nat_gateway" {
  description = "Send all private subnets through one NAT gateway"
  type        = bool
  default     = false
}

locals {
  nat_gateway_count = var.single_nat_gateway ? 1 : length(var.public_subnet_cidrs)
}
