provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "web" {
  ami                    = var.ami
  instance_type          = "t3.micro"
  count                  = var.servers
  monitoring             = var.watched
  vpc_security_group_ids = var.groups # of the network team
  kms_key_id             = var.key == null ? aws_kms_key.own.arn : var.key

  tags = {
    Name = "web-${var.team}"
    Cost = var.cost_center
  }

  user_data = file(var.scripts[0])
}

resource "aws_security_group" "web" {
  ingress {
    from_port   = 443
    to_port     = var.https ? 443 : 80
    protocol    = "tcp"
    cidr_blocks = var.allowed
  }
}
