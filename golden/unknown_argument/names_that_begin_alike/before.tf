resource "aws_subnet" "main" {
  vpc_id        = var.vpc_id
  cidr          = "10.0.1.0/24"
  map_public_ip = true # for the load balancer
}

# Not the number of its partition, and not its security groups.
resource "aws_instance" "main" {
  ami           = "ami-0abc"
  instance_type = "t3.micro"
  num           = 2
  vpc_id        = var.vpc_id
}
