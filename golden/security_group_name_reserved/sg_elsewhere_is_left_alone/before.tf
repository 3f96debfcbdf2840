# Only the beginning of a group's name is reserved.
resource "aws_security_group" "app" {
  name        = "app-sg-main"
  description = "sg-app"
}

resource "aws_security_group" "web" {
  name = "sgw-web"
}

resource "aws_db_subnet_group" "main" {
  name       = "sg-main"
  subnet_ids = var.subnets
}

data "aws_security_group" "shared" {
  name = "sg-shared"
}
