# Lambda: metric aggregator and API handler

resource "aws_iam_role" "lambda" {
  name = "${var.project_name}-${var.environment_suffix}-lambda-role"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_policy" "lambda" {
  name        = "${var.project_name}-${var.environment_suffix}-lambda-policy"
  description = "Permissions of the metric aggregator"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = "${aws_cloudwatch_log_group.metric_aggregator.arn}:*"
      },
      {
        Effect   = "Allow"
        Action   = ["cloudwatch:GetMetricData", "cloudwatch:PutMetricData"]
        Resource = "*"
      },
      {
        Effect   = "Allow"
        Action   = ["dynamodb:PutItem", "dynamodb:Query"]
        Resource = "arn:aws:dynamodb:${var.aws_region}:${data.aws_caller_identity.current.account_id}:table/${var.project_name}-${var.environment_suffix}-aggregated-metrics"
      },
      {
        Effect   = "Allow"
        Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource = aws_kms_key.monitoring.arn
      },
    ]
  })
}

resource "aws_iam_role_policy_attachment" "lambda" {
  role       = aws_iam_role.lambda.name # shared by both functions
  policy_arn = aws_iam_policy.lambda.arn
}

resource "aws_cloudwatch_log_group" "metric_aggregator" {
  name              = "/aws/lambda/${var.project_name}-${var.environment_suffix}-metric-aggregator"
  retention_in_days = var.metric_aggregator_retention_in_days
  kms_key_id        = aws_kms_key.monitoring.arn
}

resource "aws_lambda_function" "metric_aggregator" {
  function_name = "${var.project_name}-${var.environment_suffix}-metric-aggregator"
  role          = aws_iam_role.lambda.arn
  handler       = "metric_aggregator.handler"
  runtime       = "python3.9"
  filename      = "${path.module}/lambda/metric_aggregator.zip"
  timeout       = var.metric_aggregator_timeout
  memory_size   = var.metric_aggregator_memory_size

  environment {
    variables = {
      DYNAMODB_TABLE_NAME = aws_dynamodb_table.aggregated_metrics.name
      METRIC_NAMESPACE    = "EnterpriseMonitoring"
    }
  }

  depends_on = [aws_cloudwatch_log_group.metric_aggregator, aws_iam_role_policy_attachment.lambda]
}

resource "aws_lambda_function" "api_handler" {
  function_name = "${var.project_name}-${var.environment_suffix}-api-handler"
  role          = aws_iam_role.lambda.arn
  handler       = "api_handler.handler"
  runtime       = "python3.9"
  filename      = "${path.module}/lambda/api_handler.zip"
  timeout       = var.api_handler_timeout

  environment {
    variables = {
      DB_HOST             = aws_db_instance.metadata.address
      DYNAMODB_TABLE_NAME = aws_dynamodb_table.aggregated_metrics.name
    }
  }

  depends_on = [aws_iam_role_policy_attachment.lambda]
}

# Run the aggregator every 5 minutes
resource "aws_cloudwatch_event_rule" "aggregation" {
  name                = "${var.project_name}-${var.environment_suffix}-metric-aggregation"
  description         = "Trigger the metric aggregator"
  schedule_expression = var.aggregation_schedule_expression
}

resource "aws_cloudwatch_event_target" "aggregation" {
  rule      = aws_cloudwatch_event_rule.aggregation.name
  target_id = "MetricAggregator"
  arn       = aws_lambda_function.metric_aggregator.arn
}

resource "aws_lambda_permission" "aggregation" {
  statement_id  = "AllowEventBridge"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.metric_aggregator.function_name
  principal     = "events.amazonaws.com"
  source_arn    = aws_cloudwatch_event_rule.aggregation.arn
}
