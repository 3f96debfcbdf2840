resource "aws_lambda_function" "main" {
  function_name = "orders"
  role          = aws_iam_role.main.arn
  handler       = "index.handler"
  runtime       = "python3.13"
  filename      = "orders.zip"
  # the private ones
  subnet_ids         = var.private_subnets
  security_group_ids = [aws_security_group.main.id] # only out

  environment {
    variables = {
      STAGE = "v1"
    }
  }
}

resource "aws_eks_cluster" "main" {
  name                   = "main"
  role_arn               = aws_iam_role.main.arn
  endpoint_public_access = false

  vpc_config {
    subnet_ids = var.private_subnets
  }
}
