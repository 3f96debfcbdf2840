provider "aws" {
  region = "eu-central-1"
}

# seen from inside only
resource "aws_route53_zone" "inside" {
  name = "services.test"

  vpc {
    vpc_id = aws_vpc.main.id
  }
}
