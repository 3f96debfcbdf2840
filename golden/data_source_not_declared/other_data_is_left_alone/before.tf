# Nobody here knows which image is meant.
resource "aws_instance" "web" {
  ami = data.aws_ami.web.id
}
