variable "trust_policy" {
  type = string
}

resource "aws_iam_role" "service" {
  name               = "service"
  assume_role_policy = var.trust_policy
}

resource "aws_lambda_function" "api" {
  function_name = "api"
  role          = aws_iam_role.service.arn # a function takes the ARN
  handler       = "app.handler"
  runtime       = "python3.12"
  filename      = "app.zip"
}

resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = "[]"
  execution_role_arn    = aws_iam_role.service.arn
  task_role_arn         = aws_iam_role.service.arn
}

resource "aws_sfn_state_machine" "flow" {
  role_arn   = aws_iam_role.service.arn
  definition = "{}"
}
