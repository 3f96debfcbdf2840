provider "aws" {}

module "database" {
  source = "./modules/database"

  environment           = var.environment
  aurora_instance_count = var.aurora_instance_count
}
