"""What the actions of IAM are about, in the types of Terraform.

From the Service Authorization Reference
(https://docs.aws.amazon.com/service-authorization/latest/reference/), 2026-11-21.
"""

from __future__ import annotations

# What actions are about: the type that has the resource, and what follows its ARN.
SCOPES = {
    "dynamodb": {
        "table": ("aws_dynamodb_table", ""),
        "index": ("aws_dynamodb_table", "/index/*"),
        "stream": ("aws_dynamodb_table", "/stream/*"),
    },
    "events": {"event-bus": ("aws_cloudwatch_event_bus", "")},
    "firehose": {"deliverystream": ("aws_kinesis_firehose_delivery_stream", "")},
    "kinesis": {"stream": ("aws_kinesis_stream", ""), "consumer": ("aws_kinesis_stream", "/consumer/*")},
    "kms": {"key": ("aws_kms_key", "")},
    "lambda": {"function": ("aws_lambda_function", "")},
    "logs": {"log-group": ("aws_cloudwatch_log_group", ""), "log-stream": ("aws_cloudwatch_log_group", ":*")},
    "s3": {"bucket": ("aws_s3_bucket", ""), "object": ("aws_s3_bucket", "/*")},
    "secretsmanager": {"Secret": ("aws_secretsmanager_secret", "")},
    "sns": {"topic": ("aws_sns_topic", "")},
    "sqs": {"queue": ("aws_sqs_queue", "")},
    "ssm": {"parameter": ("aws_ssm_parameter", "")},
    "states": {"statemachine": ("aws_sfn_state_machine", "")},
}
