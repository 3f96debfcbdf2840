terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

data "aws_region" "current" {}

locals {
  # where it runs
  endpoint = "https://sqs.${data.aws_region.current.name}.amazonaws.com"
  regions  = [for r in [data.aws_region.current.name] : upper(r)]
}
