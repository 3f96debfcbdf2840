terraform {
  required_version = ">= 1.5" # both count
}

terraform {
  required_version = "< 2.0"

  backend "s3" {}
}
