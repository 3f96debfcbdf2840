module "inbox" {
  source = "../queue"
  name   = "orders-inbox-${var.environment_suffix}"
}

module "outbox" {
  source = "../queue"
  name   = "orders-outbox-${var.environment_suffix}"
}

resource "aws_sns_topic" "sold" {
  name = "orders-sold-${var.environment_suffix}" # the shop's own
}
