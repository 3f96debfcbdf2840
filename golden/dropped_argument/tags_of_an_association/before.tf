resource "aws_route_table_association" "main" {
  # the private one
  subnet_id      = aws_subnet.main.id
  route_table_id = aws_route_table.main.id

  tags = {
    Name = "private"
  }
}
