"""Names that are unique in an account, a region or the world: which argument, how long, and who repeats them.

Sources: the naming rules on the resource's page of the CloudFormation resource reference and of each service's API
reference, and the service authorization reference for the service and resource part of ARNs. Read 2026-11.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a resource type.

    - *argument* is the neutral argument that takes it; at most *limit* characters, joined with *separator*;
    - *service* is the service part of its ARNs, empty where ARNs do not carry the name; *before* is what stands
      between the account and the name there, as a regular expression;
    - *repeated* are arguments, keys and dimensions elsewhere that take the same name, in any spelling;
    - *path* is the beginning of the log group that the service writes to under that name.
    """

    argument: str
    limit: int
    separator: str = "-"
    service: str = ""
    repeated: frozenset[str] = frozenset()
    path: str = ""
    before: str = r"[\w-]+[:/]"


# ARNs in which the name stands alone, or below a path that a person chose.
_BEFORE = {"iam": r"[\w-]+/(?:[\w-]+/)*", "s3": "", "sns": "", "sqs": "", "events": r"[\w-]+/(?:[\w-]+/)?"}


def _name(argument: str, limit: int, service: str = "", *repeated: str, separator: str = "-", path: str = "") -> Name:
    before = _BEFORE.get(service, r"[\w-]+[:/]")
    return Name(argument, limit, separator, service, frozenset(map(normal, repeated)), path, before)


def normal(name: str) -> str:
    """Return an argument's, property's or dimension's name without case and separators."""
    return name.replace("_", "").replace("-", "").lower()


NAMES: dict[str, Name] = {
    "aws_api_gateway_rest_api": _name("name", 1024, "", "api_name"),
    "aws_apigatewayv2_api": _name("name", 128),
    "aws_athena_workgroup": _name("name", 128, "athena", "work_group", separator="_"),
    "aws_cloudwatch_dashboard": _name("dashboard_name", 255),
    "aws_cloudwatch_event_bus": _name("name", 256, "events", "event_bus_name"),
    "aws_cloudwatch_event_rule": _name("name", 64, "events", "rule_name"),
    "aws_cloudwatch_log_group": _name("name", 512, "logs", "log_group_name"),
    "aws_cloudwatch_metric_alarm": _name("alarm_name", 255, "cloudwatch"),
    "aws_codebuild_project": _name("name", 255, "codebuild", "project_name", path="/aws/codebuild/"),
    "aws_codepipeline": _name("name", 100, "codepipeline", "pipeline_name"),
    "aws_cognito_user_pool": _name("name", 128),
    "aws_db_instance": _name("identifier", 63, "rds", "db_instance_identifier"),
    "aws_db_parameter_group": _name("name", 255, "rds", "parameter_group_name"),
    "aws_db_subnet_group": _name("name", 255, "rds", "db_subnet_group_name"),
    "aws_dynamodb_table": _name("name", 255, "dynamodb", "table_name"),
    "aws_ecr_repository": _name("name", 256, "ecr", "repository_name", "repository"),
    "aws_ecs_cluster": _name("name", 255, "ecs", "cluster_name"),
    "aws_ecs_service": _name("name", 255, "", "service_name"),
    "aws_eks_cluster": _name("name", 100, "eks", "cluster_name", path="/aws/eks/"),
    "aws_elasticache_cluster": _name("cluster_id", 50, "elasticache", "cache_cluster_id"),
    "aws_elasticache_parameter_group": _name("name", 255, "elasticache"),
    "aws_elasticache_replication_group": _name("replication_group_id", 40, "elasticache"),
    "aws_elasticache_subnet_group": _name("name", 255, "elasticache", "subnet_group_name"),
    "aws_glue_catalog_database": _name("name", 255, "glue", "database_name", separator="_"),
    "aws_iam_instance_profile": _name("name", 128, "iam", "iam_instance_profile"),
    "aws_iam_policy": _name("name", 128, "iam"),
    "aws_iam_role": _name("name", 64, "iam", "role_name"),
    "aws_kinesis_firehose_delivery_stream": _name("name", 64, "firehose", "delivery_stream_name"),
    "aws_kinesis_stream": _name("name", 128, "kinesis", "stream_name"),
    "aws_kms_alias": _name(
        "name", 256, "kms", "kms_master_key_id", "kms_key_id", "kms_key_arn", "key_id", "alias_name"
    ),
    "aws_lambda_function": _name(
        "function_name", 64, "lambda", "function_name", "AWS_LAMBDA_FUNCTION_NAME", path="/aws/lambda/"
    ),
    "aws_lb": _name("name", 32, "elasticloadbalancing"),
    "aws_lb_target_group": _name("name", 32, "elasticloadbalancing"),
    "aws_rds_cluster": _name("cluster_identifier", 63, "rds", "db_cluster_identifier"),
    "aws_rds_cluster_parameter_group": _name("name", 255, "rds", "db_cluster_parameter_group_name"),
    "aws_s3_bucket": _name("bucket", 63, "s3", "bucket", "bucket_name", "s3_bucket", "s3_bucket_name"),
    "aws_secretsmanager_secret": _name("name", 512, "", "secret_id"),
    "aws_security_group": _name("name", 255),
    "aws_sfn_state_machine": _name("name", 80, "states", "state_machine_name"),
    "aws_sns_topic": _name("name", 256, "sns", "topic_name"),
    "aws_sqs_queue": _name("name", 80, "sqs", "queue_name"),
    "aws_timestreamwrite_database": _name("database_name", 256, "timestream", separator="_"),
}

# Names that belong to AWS, or that exist once in an account on purpose: whole names, and beginnings of names.
# Roles that a service looks for by name: DMS's and those of VM Import and StackSets (their user guides, read 2026-11).
SINGLE = frozenset(
    {"default", "primary", "RDSOSMetrics", "vmimport"}
    | {"dms-access-for-endpoint", "dms-cloudwatch-logs-role", "dms-vpc-role"}
    | {"AWSCloudFormationStackSetAdministrationRole", "AWSCloudFormationStackSetExecutionRole"}
)
SERVICE_OWNED = (
    "API-Gateway-Execution-Logs_",
    "alias/aws/",
    "/aws/codebuild/",
    "/aws/containerinsights/",
    "/aws/docdb/",
    "/aws/eks/",
    "/aws/lambda/",
    "/aws/neptune/",
    "/aws/rds/",
    "/aws/sagemaker/",
)

# A suffix must stay behind these, and a project's name right behind one counts as the beginning.
FIXED_BEGINNINGS = ("alias/",)
FIXED_ENDINGS = (".fifo",)

# The longest that AWS makes them.
ACCOUNT_ID = 12
REGION = len("ap-southeast-1")
PARTITION = len("aws-us-gov")
