# What is there already.
data "aws_ami" "web" {
  most_recent = true
}

data "aws_caller_identity" "current" {}

data "aws_availability_zones" "available" {
  state = "available"
}
