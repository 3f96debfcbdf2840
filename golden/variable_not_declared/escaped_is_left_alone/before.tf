resource "aws_instance" "web" {
  ami       = "ami-0123456789abcdef0"
  user_data = "echo $${var.name}" # a variable of the script
}
