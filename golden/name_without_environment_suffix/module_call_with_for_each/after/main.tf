provider "aws" {
  region = "eu-west-1"
}

module "queue" {
  source   = "./modules/queue"
  for_each = toset(["inbox", "outbox"])
  name     = "orders-${each.key}${local.name_suffix}" # the key stays the key
}

locals {
  name_suffix = var.environment_suffix == "" ? "" : "-${var.environment_suffix}"
}
