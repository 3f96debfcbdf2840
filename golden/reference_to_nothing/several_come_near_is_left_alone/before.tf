resource "aws_subnet" "application_one" {
  vpc_id = "vpc-0123456789abcdef0"
}

resource "aws_subnet" "applications_one" {
  vpc_id = "vpc-0123456789abcdef0" # confusing
}

output "subnet" {
  value = aws_subnet.aplication_one.id
}
