provider "aws" {
  region = "eu-west-1"
}

module "queues" {
  source             = "./modules/queues"
  project_name       = var.project_name # no trailing dash
  environment_suffix = var.environment_suffix
}
