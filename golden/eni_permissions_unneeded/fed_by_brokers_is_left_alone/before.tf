resource "aws_iam_role" "consumer" {
  name               = "consumer"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role_policy" "consumer" {
  name = "consumer"
  role = aws_iam_role.consumer.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        # Lambda reads from the brokers by interfaces in their network
        Action = [
          "ec2:CreateNetworkInterface",
          "ec2:DescribeNetworkInterfaces",
          "ec2:DeleteNetworkInterface",
        ]
        Resource = "*"
      },
    ]
  })
}

resource "aws_lambda_function" "consumer" {
  function_name = "consumer"
  role          = aws_iam_role.consumer.arn
  handler       = "index.handler"
  runtime       = "python3.13"
  filename      = "consumer.zip"
}

resource "aws_lambda_event_source_mapping" "orders" {
  event_source_arn  = var.cluster_arn
  function_name     = aws_lambda_function.consumer.arn
  topics            = ["orders"]
  starting_position = "LATEST"
}
