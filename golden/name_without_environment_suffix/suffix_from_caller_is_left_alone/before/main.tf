provider "aws" {
  region = "eu-west-1"
}

variable "environment" {
  type = string
}

# Whole names go in.
module "inbox" {
  source = "./modules/queue"
  name   = "orders-inbox-${var.environment}"
}

module "outbox" {
  source = "./modules/queue"
  name   = "orders-outbox-${terraform.workspace}"
}
