provider "aws" {}

module "database" {
  source = "./modules/database"

  environment = var.environment
  db_multi_az = var.db_multi_az
}
