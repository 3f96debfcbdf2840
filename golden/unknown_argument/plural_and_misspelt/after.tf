resource "aws_eks_node_group" "main" {
  cluster_name  = "main"
  node_role_arn = aws_iam_role.node.arn
  subnet_ids    = var.subnets

  scaling_config {
    desired_size = 1
    max_size     = 2
    min_size     = 1
  }

  # spot instances only
  taint {
    key    = "spot"
    effect = "NO_SCHEDULE"
  }
}

resource "aws_cloudwatch_event_target" "main" {
  rule = aws_cloudwatch_event_rule.main.name
  arn  = aws_lambda_function.main.arn

  retry_policy {
    maximum_event_age_in_seconds = 300 # seconds
    maximum_retry_attempts       = 3
  }
}

resource "aws_apigatewayv2_stage" "main" {
  api_id = aws_apigatewayv2_api.main.id
  name   = "v1"

  default_route_settings {
    throttling_burst_limit = 10
    throttling_rate_limit  = 5
  }
}

resource "aws_sqs_queue" "main" {
  name              = "orders"
  kms_master_key_id = aws_kms_key.main.arn
}
