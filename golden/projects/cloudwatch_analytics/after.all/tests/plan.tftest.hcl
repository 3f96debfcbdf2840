mock_provider "aws" {}

variables {
  alert_email        = "ops-team@example.com"
  environment_suffix = "pytest"
}

run "plan" {
  command = plan

  assert {
    condition     = strcontains(aws_api_gateway_rest_api.analytics.name, "pytest")
    error_message = "aws_api_gateway_rest_api.analytics.name does not tell the environment"
  }

  assert {
    condition     = strcontains(aws_cloudwatch_dashboard.main.dashboard_name, "pytest")
    error_message = "aws_cloudwatch_dashboard.main.dashboard_name does not tell the environment"
  }

  assert {
    condition     = strcontains(aws_cloudwatch_event_rule.aggregation.name, "pytest")
    error_message = "aws_cloudwatch_event_rule.aggregation.name does not tell the environment"
  }

  assert {
    condition     = strcontains(aws_cloudwatch_log_group.metric_aggregator.name, "pytest")
    error_message = "aws_cloudwatch_log_group.metric_aggregator.name does not tell the environment"
  }

  assert {
    condition     = strcontains(aws_db_instance.metadata.identifier, "pytest")
    error_message = "aws_db_instance.metadata.identifier does not tell the environment"
  }

  assert {
    condition     = strcontains(aws_dynamodb_table.aggregated_metrics.name, "pytest")
    error_message = "aws_dynamodb_table.aggregated_metrics.name does not tell the environment"
  }

  assert {
    condition     = strcontains(aws_iam_policy.lambda.name, "pytest")
    error_message = "aws_iam_policy.lambda.name does not tell the environment"
  }

  assert {
    condition     = strcontains(aws_iam_role.lambda.name, "pytest")
    error_message = "aws_iam_role.lambda.name does not tell the environment"
  }

  assert {
    condition     = strcontains(aws_kms_alias.monitoring.name, "pytest")
    error_message = "aws_kms_alias.monitoring.name does not tell the environment"
  }

  assert {
    condition     = strcontains(aws_lambda_function.metric_aggregator.function_name, "pytest")
    error_message = "aws_lambda_function.metric_aggregator.function_name does not tell the environment"
  }

  assert {
    condition     = strcontains(aws_lambda_function.api_handler.function_name, "pytest")
    error_message = "aws_lambda_function.api_handler.function_name does not tell the environment"
  }

  assert {
    condition     = strcontains(aws_sns_topic.alerts.name, "pytest")
    error_message = "aws_sns_topic.alerts.name does not tell the environment"
  }

  assert {
    condition     = aws_db_instance.metadata.storage_encrypted
    error_message = "aws_db_instance.metadata.storage_encrypted is not as it was"
  }

  assert {
    condition     = aws_kms_key.monitoring.enable_key_rotation
    error_message = "aws_kms_key.monitoring.enable_key_rotation is not as it was"
  }
}
