# versions.tf is written when it runs.
terraform {
  backend "s3" {}
}

resource "random_id" "bucket" {
  byte_length = 4
}
