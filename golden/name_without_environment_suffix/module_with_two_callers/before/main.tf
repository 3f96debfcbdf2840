provider "aws" {
  region = "eu-west-1"
}

module "orders" {
  source = "./modules/topic"
  stem   = "orders"
}

module "invoices" {
  source = "./modules/topic"
  stem   = "invoices" # one topic each
}
