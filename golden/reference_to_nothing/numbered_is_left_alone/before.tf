resource "aws_subnet" "private_1" {
  vpc_id = "vpc-0123456789abcdef0"
}

# The second was forgotten.
output "subnets" {
  value = [aws_subnet.private_1.id, aws_subnet.private_2.id]
}
