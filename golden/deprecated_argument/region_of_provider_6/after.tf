terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.0, < 7.0"
    }
  }
}

data "aws_region" "current" {}

locals {
  # where it runs
  endpoint = "https://sqs.${data.aws_region.current.region}.amazonaws.com"
  regions  = [for r in [data.aws_region.current.region] : upper(r)]
}
