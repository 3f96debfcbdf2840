resource "aws_security_group" "new" {
  name = "sg-app"
}

# From before.
resource "aws_security_group" "old" {
  name = "app"
}
