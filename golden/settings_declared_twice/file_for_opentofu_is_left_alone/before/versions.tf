# Terraform reads this one.
terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}
