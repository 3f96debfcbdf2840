provider "aws" {
  region = "eu-west-1"
}

module "queue" {
  source   = "./modules/queue"
  for_each = toset(["inbox", "outbox"])
  name     = "orders-${each.key}-${var.environment_suffix}" # the key stays the key
}
