provider "aws" {
  region = "eu-west-1"
}

module "inbox" {
  source = "./modules/queue"

  # Agreed with the shop.
  queue_name = "orders-inbox${local.name_suffix}"
  retention  = 345600
}
