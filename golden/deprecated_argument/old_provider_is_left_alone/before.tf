terraform {
  required_providers {
    aws = "~> 4.0" # domain is computed there
  }
}

resource "aws_eip" "nat" {
  vpc = true
}
