terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

# This block is there since provider 6.
resource "aws_ecs_service" "main" {
  name            = "web"
  task_definition = aws_ecs_task_definition.main.arn

  deployment_configuration {
    strategy             = "BLUE_GREEN"
    bake_time_in_minutes = 5
  }
}
