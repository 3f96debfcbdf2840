terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

variable "function_name" {
  type = string
}

resource "aws_kinesis_stream" "sensors" {
  name             = "sensors"
  shards      = 4
  retention_period = 48
  encryption_type  = "KMS"
  kms_key_id       = "alias/aws/kinesis"
}

resource "aws_sqs_queue" "failed" {
  name = "sensors-failed"
}

resource "aws_lambda_event_source_mapping" "sensors" {
  source_arn  = aws_kinesis_stream.sensors.arn
  starting_position = "LATEST"
  batch_size        = 100

  destination_config {
    on_failure = {
      destination_arn = aws_sqs_queue.failed.arn
    }
  }
}
```
