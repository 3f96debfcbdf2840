# What is there already.
data "aws_ami" "web" {
  most_recent = true
}
