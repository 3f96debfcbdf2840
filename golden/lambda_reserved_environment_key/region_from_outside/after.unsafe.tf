# Which region the callers work in is nowhere in the code.
resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  image_uri     = var.image
  package_type  = "Image"

  environment {
    variables = {
      STAGE = "dev"
    }
  }
}

variable "aws_region" {
  type = string
}

variable "role_arn" {
  type = string
}

variable "image" {
  type = string
}
