resource "aws_instance" "app" {
  ami           = var.image
  instance_type = var.instance_type
}
