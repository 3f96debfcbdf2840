provider "aws" {}

module "network" {
  source = "./network"
}

resource "aws_lambda_function" "api" {
  function_name = "api"
  role          = "arn:aws:iam::111122223333:role/api"
  package_type  = "Image"
  image_uri     = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/api:3"

  vpc_config {
    subnet_ids         = module.network.subnet_ids # two zones
    security_group_ids = [module.network.api_security_group_id]
  }
}

output "gateway" {
  value = module.network.nat_gateway
}

output "zone_id" {
  value = module.network.zone_id
}
