provider "aws" {
  region = "eu-west-1"
}

module "platform" {
  source             = "./modules/platform"
  project_name       = var.project_name
  environment_suffix = var.environment_suffix
}
