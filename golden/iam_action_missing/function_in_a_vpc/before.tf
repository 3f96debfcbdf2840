resource "aws_lambda_function" "inside" {
  function_name = "inside"
  role          = aws_iam_role.inside.arn
  package_type  = "Image"
  image_uri     = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/inside:1"

  vpc_config {
    subnet_ids         = var.subnet_ids
    security_group_ids = var.security_group_ids
  }
}

resource "aws_iam_role" "inside" {
  name               = "inside"
  assume_role_policy = file("${path.module}/trust.json")
}

resource "aws_iam_role_policy" "logs" {
  name   = "logs"
  role   = aws_iam_role.inside.name
  policy = data.aws_iam_policy_document.logs.json
}

data "aws_iam_policy_document" "logs" {
  # Logs are all that it needs.
  statement {
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["*"]
  }
}

variable "subnet_ids" {
  type = list(string)
}

variable "security_group_ids" {
  type = list(string)
}
