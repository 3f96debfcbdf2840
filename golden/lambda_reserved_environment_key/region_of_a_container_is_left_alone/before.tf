resource "aws_ecs_task_definition" "orders" {
  family = "orders"
  # Containers may.
  container_definitions = jsonencode([{
    name        = "orders"
    image       = "orders:1"
    environment = [{ name = "AWS_REGION", value = "eu-west-1" }]
  }])
}
