resource "aws_ecs_service" "main" {
  name            = "web"
  task_definition = aws_ecs_task_definition.main.arn

  load_balancer {
    container_name                    = "web"
    container_port                    = 80
    health_check_grace_period_seconds = 60 # it is slow to start
  }
}
