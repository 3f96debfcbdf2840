resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_s3_bucket" "exports" {
  bucket = "orders-exports"
}

resource "aws_sns_topic" "alerts" {
  name = "alerts"
}

resource "aws_iam_role" "orders" {
  name               = "orders"
  assume_role_policy = file("trust.json")
}

resource "aws_iam_policy" "orders" {
  name = "orders"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      # Reads and writes of the handler.
      {
        Sid      = "Data"
        Effect   = "Allow"
        Action   = ["dynamodb:GetItem", "dynamodb:Query", "s3:PutObject", "ec2:DescribeInstances", "sns:Publish"]
        Resource = "*"
      },
    ]
  })
}

resource "aws_iam_role_policy_attachment" "orders" {
  role       = aws_iam_role.orders.name
  policy_arn = aws_iam_policy.orders.arn
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = aws_iam_role.orders.arn
  handler       = "orders.handler"
  runtime       = "python3.12"
  filename      = "orders.zip"

  environment {
    variables = {
      TABLE  = aws_dynamodb_table.orders.name
      BUCKET = aws_s3_bucket.exports.bucket
    }
  }
}
