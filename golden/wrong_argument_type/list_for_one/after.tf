resource "aws_instance" "main" {
  ami           = data.aws_ami.main.id # the newest
  instance_type = "t3.micro"
  subnet_id     = var.subnet
}
