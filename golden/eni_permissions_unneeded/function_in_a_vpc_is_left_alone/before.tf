resource "aws_iam_role" "api" {
  name               = "api"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role_policy" "api" {
  name = "api"
  role = aws_iam_role.api.id

  policy = jsonencode({
    Statement = [{
      Effect   = "Allow"
      Action   = ["ec2:CreateNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DeleteNetworkInterface"]
      Resource = "*" # as Lambda wants it
    }]
  })
}

resource "aws_lambda_function" "api" {
  function_name = "api"
  role          = aws_iam_role.api.arn
  image_uri     = var.image
  package_type  = "Image"
}

resource "aws_lambda_function" "worker" {
  function_name = "worker"
  role          = aws_iam_role.api.arn
  image_uri     = var.image
  package_type  = "Image"

  dynamic "vpc_config" {
    for_each = var.subnets
    content {
      subnet_ids         = vpc_config.value
      security_group_ids = []
    }
  }
}
