resource "aws_ssm_parameter" "user" {
  name  = "/shop/user"
  type  = "String"
  value = "shop"
}

resource "aws_ssm_parameter" "password" {
  name  = "/shop/password"
  type  = "SecureString"
  value = random_password.shop.result
}

resource "aws_cloudwatch_log_group" "shop" {
  name = "shop"
}

resource "aws_iam_role_policy" "start" {
  role   = aws_iam_role.start.id
  policy = <<EOF
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [
        "logs:CreateLogStream",
        "logs:PutLogEvents",
        "ssm:GetParameters"
      ],
      "Resource": [
        "${aws_ssm_parameter.password.arn}",
        "${aws_ssm_parameter.user.arn}",
        "${aws_cloudwatch_log_group.shop.arn}:*"
      ]
    },
    {
      "Effect": "Allow",
      "Action": [
        "ecr:GetAuthorizationToken"
      ],
      "Resource": "*"
    }
  ]
}
EOF
}

resource "aws_ecs_task_definition" "shop" {
  family             = "shop"
  execution_role_arn = aws_iam_role.start.arn

  # read by the agent, not by us
  container_definitions = jsonencode([{
    name  = "shop"
    image = "shop:1"
    secrets = [
      { name = "USER", valueFrom = aws_ssm_parameter.user.arn },
      { name = "PASSWORD", valueFrom = aws_ssm_parameter.password.arn },
    ]
    logConfiguration = {
      logDriver = "awslogs"
      options   = { "awslogs-group" = aws_cloudwatch_log_group.shop.name }
    }
  }])
}

resource "aws_iam_role" "start" {
  name_prefix        = "start"
  assume_role_policy = file("assume.json")
}
