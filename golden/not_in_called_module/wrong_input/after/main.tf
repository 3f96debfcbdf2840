provider "aws" {}

module "orders" {
  source = "./queue"

  queue_name        = "orders"
  retention_seconds = 86400 # one day
}

module "returns" {
  source = "./queue"

  name     = "returns"
  is_fifo  = true
  dlq_name = "returns-dlq"
}

module "refunds" {
  source = "./queue"

  name              = "refunds"
  retention_seconds = 3600
}
