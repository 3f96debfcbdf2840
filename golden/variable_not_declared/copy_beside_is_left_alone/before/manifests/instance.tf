variable "instance_type" {
  type    = string
  default = "t3.micro"
}

variable "image" {
  type    = string
  default = "ami-0c55b159cbfafe1f0"
}

resource "aws_instance" "app" {
  ami           = var.image
  instance_type = var.instance_type
}
