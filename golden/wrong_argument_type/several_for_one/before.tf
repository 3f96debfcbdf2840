resource "aws_instance" "main" {
  ami           = "ami-0abc"
  instance_type = "t3.micro"
  subnet_id     = [var.first, var.second] # in both zones
}
