provider "aws" {}

module "database" {
  source                 = "./modules/database"
  name                   = "orders" # as the bucket
  db_snapshot_identifier = var.db_snapshot_identifier
}
