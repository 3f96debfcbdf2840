provider "aws" {
  region = "eu-west-1"
}

module "inbox" {
  source = "./modules/queue"

  # Agreed with the shop.
  queue_name = "orders-inbox-${var.environment_suffix}"
  retention  = 345600
}
