# Terraform 0.12 knows no sources.
terraform {
  required_version = ">= 0.12"
}

resource "random_id" "bucket" {
  byte_length = 4
}
