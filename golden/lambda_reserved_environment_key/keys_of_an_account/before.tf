resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  image_uri     = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1"
  package_type  = "Image"

  environment {
    variables = {
      AWS_ACCESS_KEY_ID     = var.key
      AWS_SECRET_ACCESS_KEY = var.secret
    }
  }
}

variable "key" {
  type = string
}

variable "secret" {
  type = string
}
