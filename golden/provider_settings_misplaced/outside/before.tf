required_providers {
  aws = {
    source  = "hashicorp/aws"
    version = "~> 5.0" # as tested
  }
}

backend "s3" {
  bucket = "states"
}

terraform {
  required_version = ">= 1.5"
}
