# Taken over from the table that the network came with.
resource "aws_route_table" "main" {
  vpc_id = "vpc-0123456789abcdef0"

  route {
    gateway_id = "local"
  }
}
