terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

resource "aws_cloudwatch_log_group" "search" {
  name              = "/aws/opensearch/logs"
  retention_in_days = 14
}

resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.13"
  instance_type  = "r6g.large.search"

  cluster_config {
    instance_count         = 2
    zone_awareness_enabled = true
  }

  ebs_options {
    ebs_enabled = true
    volume_type = "gp3"
    volume_size = "100GB"
  }

  encryption_at_rest {
    enabled = true
  }

  log_publishing_option {
    cloudwatch_log_group_arn = aws_cloudwatch_log_group.search.arn
    log_type                 = "INDEX_SLOW_LOGS"
  }
}

output "endpoint" {
  value = aws_opensearch_domain.logs.endpoint
}
