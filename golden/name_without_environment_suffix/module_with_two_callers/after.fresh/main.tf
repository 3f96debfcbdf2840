provider "aws" {
  region = "eu-west-1"
}

module "orders" {
  source             = "./modules/topic"
  stem               = "orders"
  environment_suffix = var.environment_suffix
}

module "invoices" {
  source             = "./modules/topic"
  stem               = "invoices" # one topic each
  environment_suffix = var.environment_suffix
}
