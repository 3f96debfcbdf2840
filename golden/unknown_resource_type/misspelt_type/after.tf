resource "aws_security_group" "main" {
  name   = "web" # of the servers
  vpc_id = var.vpc_id
}

data "aws_availability_zone_list" "all" {
  state = "available"
}

data "aws_caller_identity" "current" {}

locals {
  account = data.aws_caller_identity.current.account_id
  groups  = [for x in [1, 2] : aws_security_group.main.id]
}
