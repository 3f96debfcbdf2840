# Which addresses are behind the gateway is nowhere in the code.
resource "aws_route" "to_the_office" {
  route_table_id     = var.route_table_id
  transit_gateway_id = var.transit_gateway_id
}

variable "route_table_id" {
  type = string
}

variable "transit_gateway_id" {
  type = string
}
