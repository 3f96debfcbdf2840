resource "aws_route" "s3" {
  route_table_id             = "rtb-0123456789abcdef0"
  destination_prefix_list_id = "pl-63a5400a"
  vpc_endpoint_id            = "vpce-0123456789abcdef0" # the way to S3
}

resource "aws_route_table" "private" {
  vpc_id = "vpc-0123456789abcdef0"

  route {
    destination_prefix_list_id = "pl-63a5400a"
    transit_gateway_id         = "tgw-0123456789abcdef0"
  }

  dynamic "route" {
    for_each = ["10.1.0.0/16"]
    content {
      cidr_block         = route.value
      transit_gateway_id = "tgw-0123456789abcdef0"
    }
  }
}
