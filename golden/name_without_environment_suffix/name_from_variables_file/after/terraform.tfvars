region     = "eu-central-1"
queue_name = "orders-inbox" # agreed with the shop
