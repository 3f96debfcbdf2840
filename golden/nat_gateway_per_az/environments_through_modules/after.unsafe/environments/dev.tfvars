environment        = "dev"
single_nat_gateway = true
