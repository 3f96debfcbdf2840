# API Gateway writes to groups of stages that nobody has thought of yet.
resource "aws_iam_role" "gateway" {
  name               = "gateway"
  assume_role_policy = file("trust.json")
}

resource "aws_iam_role_policy" "gateway" {
  role = aws_iam_role.gateway.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = "*"
    }]
  })
}

resource "aws_api_gateway_account" "main" {
  cloudwatch_role_arn = aws_iam_role.gateway.arn
}

resource "aws_cloudwatch_log_group" "stage" {
  name = "/aws/api-gateway/live"
}
