variable "region" {}

variable "environment" {
  type = string
}

locals {
  common_tags = { team = "shop" } # as finance has it
}

resource "aws_security_group" "application" {
  name = "app-${var.enviroment}"
  tags = merge(local.common_tag, { region = var.aws_region })
}

resource "aws_instance" "web" {
  ami                    = data.aws_ami.web.id
  vpc_security_group_ids = [aws_security_group.aplication.id]
  subnet_id              = aws_subnets.first.id
}

data "aws_subnet" "other" {
  id = var.environment
}

resource "aws_subnet" "first" {
  vpc_id = data.aws_vpc.main.id
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
  tags       = { env = local.environment }
}

data "aws_ami" "web" {
  most_recent = true
}
