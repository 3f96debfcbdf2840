provider "aws" {
  region = "eu-west-1"
}

module "queue" {
  source = "../../modules/queue"
}
