provider "aws" {
  region = "eu-west-1"
}

module "shop" {
  source             = "./modules/shop"
  environment_suffix = var.environment_suffix
}
