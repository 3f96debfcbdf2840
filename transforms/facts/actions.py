"""What people write for actions of IAM that are called otherwise.

Seen in policies, by November 2026; what is right is that of the Service Authorization Reference:
https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html.
"""

from __future__ import annotations

ACTIONS: dict[str, str] = {
    "cloudwatch:PutMetrics": "cloudwatch:PutMetricData",
    "kms:ReEncrypt": "kms:ReEncrypt*",
    "logs:PutLogEvent": "logs:PutLogEvents",
    "rds:Connect": "rds-db:connect",
    "s3:DeleteBucketEncryption": "s3:PutEncryptionConfiguration",
    "s3:DeleteBucketLifecycle": "s3:PutLifecycleConfiguration",
    "s3:GetBucketEncryption": "s3:GetEncryptionConfiguration",
    "s3:GetBucketLifecycle": "s3:GetLifecycleConfiguration",
    "s3:GetBucketLifecycleConfiguration": "s3:GetLifecycleConfiguration",
    "s3:GetBucketReplication": "s3:GetReplicationConfiguration",
    "s3:GetObjectMetadata": "s3:GetObjectAttributes",
    "s3:HeadBucket": "s3:ListBucket",
    "s3:HeadObject": "s3:GetObject",
    "s3:ListObjects": "s3:ListBucket",
    "s3:ListObjectsV2": "s3:ListBucket",
    "s3:PutBucketEncryption": "s3:PutEncryptionConfiguration",
    "s3:PutBucketLifecycle": "s3:PutLifecycleConfiguration",
    "s3:PutBucketLifecycleConfiguration": "s3:PutLifecycleConfiguration",
    "s3:PutBucketReplication": "s3:PutReplicationConfiguration",
}
"""The action for what is none, often the name of the call that it allows."""

PREFIXES: dict[str, str] = {
    "alb": "elasticloadbalancing",
    "apigatewayv2": "apigateway",
    "cloudwatchlogs": "logs",
    "cognito": "cognito-idp",
    "dynamo": "dynamodb",
    "elb": "elasticloadbalancing",
    "elbv2": "elasticloadbalancing",
    "eventbridge": "events",
    "kinesisfirehose": "firehose",
    "parameterstore": "ssm",
    "secretmanager": "secretsmanager",
    "secrets-manager": "secretsmanager",
    "stepfunctions": "states",
    "systems-manager": "ssm",
}
"""The prefix of a service that people call otherwise."""
