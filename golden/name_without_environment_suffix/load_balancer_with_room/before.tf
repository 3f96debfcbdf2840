provider "aws" {
  region = "eu-west-1"
}

variable "subnet_ids" {
  type = list(string)
}

resource "aws_lb" "shop" {
  name    = "shop-public" # 32 characters at most
  subnets = var.subnet_ids
}

resource "aws_lb_target_group" "shop" {
  name        = "shop-web"
  target_type = "lambda"
}
