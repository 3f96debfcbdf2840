provider "aws" {}

module "database" {
  source = "./modules/database"

  name = "orders" # not the bucket
}
