resource "aws_iam_role" "main" {
  name = "app"
  assume_role_policy = {
    Version = "2012-10-17"
    # who may be it
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ec2.amazonaws.com" }
    }]
  }
}

resource "aws_ecs_task_definition" "main" {
  family = "web"

  container_definitions = [
    {
      name  = "web"
      image = "nginx:1.27"
    },
  ]
}
