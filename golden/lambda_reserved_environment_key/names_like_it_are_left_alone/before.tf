resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  image_uri     = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1"
  package_type  = "Image"

  environment {
    # Lambda takes all of these.
    variables = {
      AWS_ACCOUNT_ID                      = "123456789012"
      AWS_LAMBDA_EXEC_WRAPPER             = "/opt/bootstrap"
      AWS_NODEJS_CONNECTION_REUSE_ENABLED = "1"
      AWS_STS_REGIONAL_ENDPOINTS          = "regional"
      REGION                              = "eu-west-1"
    }
  }
}
