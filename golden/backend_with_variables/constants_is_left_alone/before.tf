# All is said.
terraform {
  backend "s3" {
    bucket = "states"
    key    = "app/terraform.tfstate"
  }
}
