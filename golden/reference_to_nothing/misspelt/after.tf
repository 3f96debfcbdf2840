variable "region" {}

variable "environment" {
  type = string
}

locals {
  common_tags = { team = "shop" } # as finance has it
}

resource "aws_security_group" "application" {
  name = "app-${var.environment}"
  tags = merge(local.common_tags, { region = var.region })
}

resource "aws_instance" "web" {
  ami                    = data.aws_ami.web.id
  vpc_security_group_ids = [aws_security_group.application.id]
  subnet_id              = aws_subnet.first.id
}

data "aws_subnet" "other" {
  id = var.environment
}

resource "aws_subnet" "first" {
  vpc_id = aws_vpc.main.id
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
  tags       = { env = var.environment }
}

data "aws_ami" "web" {
  most_recent = true
}
