# Shared: encryption, alerting, storage

data "aws_caller_identity" "current" {}

# KMS key for SNS, DynamoDB and CloudWatch Logs
resource "aws_kms_key" "monitoring" {
  description             = "Encryption key for monitoring resources"
  deletion_window_in_days = 7
  enable_key_rotation     = true
}

resource "aws_kms_alias" "monitoring" {
  name          = "alias/${var.project_name}${local.name_suffix}"
  target_key_id = aws_kms_key.monitoring.key_id
}

resource "aws_sns_topic" "alerts" {
  name              = "${var.project_name}${local.name_suffix}-alerts"
  kms_master_key_id = aws_kms_key.monitoring.id
}

resource "aws_sns_topic_subscription" "email" {
  topic_arn = aws_sns_topic.alerts.arn
  protocol  = "email"
  endpoint  = var.alert_email
}

# Aggregated metrics, one item per metric and timestamp
resource "aws_dynamodb_table" "aggregated_metrics" {
  name         = "${var.project_name}${local.name_suffix}-aggregated-metrics"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "MetricName"
  range_key    = "Timestamp"

  attribute {
    name = "MetricName"
    type = "S"
  }

  attribute {
    name = "Timestamp"
    type = "N"
  }

  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.monitoring.arn
  }
}

# Alarms live in their own module
module "alarms" {
  source = "./modules/alarms"

  project_name                = var.project_name
  alarm_topic_arn             = aws_sns_topic.alerts.arn
  api_gateway_name            = var.api_gateway_name
  rds_instance_identifier     = var.rds_instance_identifier
  environment_suffix          = var.environment_suffix
  aggregator_errors_threshold = var.aggregator_errors_threshold
  api_5xx_threshold           = var.api_5xx_threshold
  rds_cpu_threshold           = var.rds_cpu_threshold
}
