provider "aws" {
  region = "eu-west-1"
}

module "queue" {
  source             = "../../modules/queue"
  environment_suffix = var.environment_suffix
}
