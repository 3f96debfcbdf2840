provider "aws" {}

module "database" {
  source = "./modules/database"

  environment = var.environment
}
