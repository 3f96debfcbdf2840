provider "aws" {}

module "platform" {
  source = "./modules/platform"

  environment = var.environment
}

variable "environment" {
  type = string
}
