# Many blocks have a name: this one may be none of them.
resource "aws_ecs_service" "main" {
  name            = "web"
  task_definition = aws_ecs_task_definition.main.arn
  container_port  = 80
}
