provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "edge"
  region = "us-east-1"
}

resource "aws_lambda_function" "at_the_edge" {
  provider      = aws.edge
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  image_uri     = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1"
  package_type  = "Image"

  environment {
    variables = {
      STAGE = "dev"
    }
  }
}

resource "aws_lambda_function" "at_home" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  image_uri     = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1"
  package_type  = "Image"

  environment {
    variables = {
      TARGET_REGION = "us-east-1" # where the certificates are
      STAGE         = "dev"
    }
  }
}
