terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

variable "vpc_id" { type = string }
variable "subnet_ids" { type = list(string) }

resource "aws_security_group" "batch" {
  name   = "simulation-batch"
  vpc_id = var.vpc_id

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_iam_role" "service" {
  name = "simulation-batch-service"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "batch.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "service" {
  role       = aws_iam_role.service.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSBatchServiceRole"
}

resource "aws_batch_compute_environment" "simulation" {
  compute_environment_name = "simulation"
  type         = "MANAGED"
  service_role = aws_iam_role.service.arn

  compute_resources {
    type      = "FARGATE_SPOT"
    max_vcpus = "256 vcpus"
    subnets   = var.subnet_ids
    security_groups = [aws_security_group.batch.id]
  }

  depends_on = [aws_iam_role_policy_attachment.service]
}

resource "aws_batch_job_queue" "simulation" {
  name     = "simulation"
  state    = "ENABLED"
  priority = 10

  compute_environment_order {
    order               = 1
    compute_environment = aws_batch_compute_environment.simulation.arn
  }
}

resource "aws_batch_job_definition" "run" {
  name                  = "simulation-run"
  type                  = "container"
  platform_capabilities = ["FARGATE"]

  retry_strategy = {
    attempts = 3
  }

  container_properties = jsonencode({
    image = "public.ecr.aws/amazonlinux/amazonlinux:2023"
    command = ["echo", "run"]
    resourceRequirements = [
      { type = "VCPU", value = "1" },
      { type = "MEMORY", value = "2048" }
    ]
  })
}
