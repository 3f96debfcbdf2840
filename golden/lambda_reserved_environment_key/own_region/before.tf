data "aws_region" "current" {}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  image_uri     = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1"
  package_type  = "Image"

  environment {
    variables = {
      AWS_REGION = data.aws_region.current.name
      TABLE_NAME = "orders" # made elsewhere
    }
  }
}

resource "aws_lambda_function" "returns" {
  function_name = "returns"
  role          = "arn:aws:iam::123456789012:role/orders"
  image_uri     = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/returns:1"
  package_type  = "Image"

  environment {
    variables = merge(var.common, {
      AWS_DEFAULT_REGION       = "${var.region}"
      AWS_LAMBDA_FUNCTION_NAME = "returns"
      STAGE                    = "dev"
    })
  }
}

provider "aws" {
  region = var.region
}

variable "region" {
  type = string
}

variable "common" {
  type    = map(string)
  default = {}
}
