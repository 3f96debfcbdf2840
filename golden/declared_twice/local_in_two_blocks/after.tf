locals {
  prefix = "shop"
  tags = {
    team = "shop" # as finance has it
  }
}

locals {
  region = "us-east-1"
}
