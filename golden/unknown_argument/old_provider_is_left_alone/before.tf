terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 3.76"
    }
  }
}

# name is what it is called there
resource "aws_db_instance" "main" {
  name           = "shop"
  engine         = "postgres"
  instance_class = "db.t3.micro"
}
