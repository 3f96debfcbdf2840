locals {
  prefix = "shop"
  tags = {
    team = "shop" # as finance has it
  }
}

locals {
  prefix = "shop"
}

locals {
  tags = {
    team = "shop"
  }
  region = "us-east-1"
}
