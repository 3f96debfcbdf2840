variable "colour" {
  type = string
}

resource "aws_vpc" "this" {
  cidr_block = "10.20.0.0/16"
  tags       = { Colour = var.colour }
}

output "vpc_id" {
  value = aws_vpc.this.id
}
