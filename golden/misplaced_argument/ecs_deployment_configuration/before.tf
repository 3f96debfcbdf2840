resource "aws_ecs_service" "main" {
  name            = "web"
  cluster         = aws_ecs_cluster.main.id
  task_definition = aws_ecs_task_definition.main.arn
  desired_count   = 2

  deployment_configuration {
    # twice as many while it is replaced
    maximum_percent         = 200
    minimum_healthy_percent = 100 # never fewer

    deployment_circuit_breaker {
      enable   = true
      rollback = true
    }
  }

  network_configuration {
    subnets = var.subnets
  }
}

resource "aws_elasticache_replication_group" "main" {
  replication_group_id = "sessions"
  description          = "Sessions"

  cluster_mode {
    num_node_groups         = 2
    replicas_per_node_group = 1
  }
}
