resource "aws_iam_role" "agg" {
  name               = "agg"
  assume_role_policy = var.trust
}

resource "aws_iam_role_policy" "tables" {
  role   = aws_iam_role.agg.id
  policy = var.policy
}

resource "aws_iam_role_policy_attachment" "logs" {
  role       = aws_iam_role.agg.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}

resource "aws_lambda_function" "agg" {
  function_name = "agg"
  role          = aws_iam_role.agg.arn # see above
  s3_bucket     = "code"
  s3_key        = "agg.zip"
  handler       = "main.handler"
  runtime       = "python3.12"

  tags = {
    Team = "orders"
  }

  depends_on = [aws_iam_role_policy.tables, aws_iam_role_policy_attachment.logs]
}

variable "trust" {
  type = string
}

variable "policy" {
  type = string
}
