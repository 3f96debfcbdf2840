provider "aws" {
  region = "eu-central-1" # bills stay in the country
}

module "queue" {
  source             = "../../modules/queue"
  environment_suffix = var.environment_suffix
}
