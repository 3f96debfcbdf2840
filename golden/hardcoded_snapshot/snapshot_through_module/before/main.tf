provider "aws" {}

module "database" {
  source = "./modules/database"
  name   = "orders" # as the bucket
}
