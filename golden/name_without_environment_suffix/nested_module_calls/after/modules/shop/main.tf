module "inbox" {
  source = "../queue"
  name   = "orders-inbox${local.name_suffix}"
}

module "outbox" {
  source = "../queue"
  name   = "orders-outbox${local.name_suffix}"
}

resource "aws_sns_topic" "sold" {
  name = "orders-sold${local.name_suffix}" # the shop's own
}

locals {
  name_suffix = var.environment_suffix == "" ? "" : "-${var.environment_suffix}"
}
