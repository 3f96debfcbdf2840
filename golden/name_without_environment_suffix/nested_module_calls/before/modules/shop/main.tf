module "inbox" {
  source = "../queue"
  name   = "orders-inbox"
}

module "outbox" {
  source = "../queue"
  name   = "orders-outbox"
}

resource "aws_sns_topic" "sold" {
  name = "orders-sold" # the shop's own
}
