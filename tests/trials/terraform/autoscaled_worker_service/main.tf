terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

variable "cluster_name" {
  type = string
}

variable "task_definition_arn" {
  type = string
}

variable "subnet_ids" {
  type = list(string)
}

resource "aws_ecs_service" "worker" {
  name            = "worker"
  cluster         = var.cluster_name
  task_definition = var.task_definition_arn
  desired_count   = 1
  launch_type     = "FARGATE"

  deployment_configuration {
    maximum_percent = 200
  }

  network_configuration {
    subnets = var.subnet_ids
  }

  lifecycle {
    ignore_changes = [desired_count]
  }
}

# Scale between 1 and 10 tasks
resource "aws_applicationautoscaling_target" "worker" {
  service_namespace  = "ecs"
  resource_id        = "service/${var.cluster_name}/${aws_ecs_service.worker.name}"
  scalable_dimension = "ecs:service:DesiredCount"
  minimum_capacity   = 1
  maximum_capacity   = 10
}

resource "aws_applicationautoscaling_policy" "cpu" {
  name               = "worker-cpu"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_applicationautoscaling_target.worker.service_namespace
  resource_id        = aws_applicationautoscaling_target.worker.resource_id
  scalable_dimension = aws_applicationautoscaling_target.worker.scalable_dimension

  target_tracking_configuration {
    target_value       = 60
    scale_in_cooldown  = 300
    scale_out_cooldown = 60

    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageCPUUtilization"
    }
  }
}
