# Any Terraform of today will do.
terraform {
  required_version = ">= 1.0"
}

resource "random_password" "this" {
  length = 32
}
