provider "aws" {
  region = "eu-west-1"
}

# What it does with the name is not to be seen here.
module "queue" {
  source  = "terraform-aws-modules/sqs/aws"
  version = "4.2.1"
  name    = "orders-inbox"
}
