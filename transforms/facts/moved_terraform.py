"""Names that people write for arguments and blocks of Terraform providers, where likeness alone does not tell.

Each line was seen in code that ``terraform validate`` rejects; the right name is that of the provider's documentation,
read in November 2026 for hashicorp/aws 5.100 and 6.25. The names before a change of major version are from its upgrade
guides:

- https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-4-upgrade
- https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-5-upgrade
- https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-6-upgrade
"""

from __future__ import annotations

from typing import NamedTuple


class Form(NamedTuple):
    """How a value is given in another place: behind a *prefix*, or as the values of a block with a *key*."""

    prefix: str = ""
    key: str = ""


# By type, then the path of what is written: the name it has, in the same block.
RENAMED: dict[str, dict[str, str]] = {
    "aws_api_gateway_stage": {"name": "stage_name"},
    "aws_api_gateway_usage_plan": {"quotas": "quota_settings", "quota": "quota_settings"},
    "aws_cloudwatch_dashboard": {"name": "dashboard_name", "body": "dashboard_body"},
    "aws_docdb_cluster": {"name": "cluster_identifier", "username": "master_username", "password": "master_password"},
    "aws_ecs_task_definition": {"name": "family"},
    "aws_eks_addon": {"name": "addon_name", "version": "addon_version"},
    "aws_eks_node_group": {"name": "node_group_name"},
    "aws_kinesis_firehose_delivery_stream": {"s3_configuration": "extended_s3_configuration"},
    "aws_opensearch_domain": {"name": "domain_name"},
    "aws_rds_cluster_instance": {"name": "identifier"},
    "aws_redshift_cluster": {
        "name": "cluster_identifier",
        "password": "master_password",
        "username": "master_username",
    },
    "aws_s3_bucket": {"name": "bucket", "bucket_name": "bucket"},
    "aws_api_gateway_method": {"authorization_type": "authorization"},
    "aws_api_gateway_method_response": {"response_headers": "response_parameters"},
    "aws_autoscaling_group": {
        "availability_zone": "availability_zones",
        "launch_config": "launch_configuration",
        "subnet_ids": "vpc_zone_identifier",
        "subnets": "vpc_zone_identifier",
    },
    "aws_cloudwatch_metric_alarm": {
        "name": "alarm_name",
        "alarm_arns": "alarm_actions",
        "operator": "comparison_operator",
    },
    "aws_config_configuration_recorder": {
        "recording_group.include_global_resources": "include_global_resource_types",
    },
    "aws_db_instance": {
        "database_name": "db_name",
        "encrypted": "storage_encrypted",
        "engine_type": "engine",
        "master_password": "password",
        "master_username": "username",
        "multi_availability_zone": "multi_az",
        "name": "db_name",
        "preferred_backup_window": "backup_window",
        "preferred_maintenance_window": "maintenance_window",
        "security_group_ids": "vpc_security_group_ids",
        "source_db_identifier": "replicate_source_db",
    },
    "aws_dynamodb_table": {"deletion_protection": "deletion_protection_enabled", "stream_view": "stream_view_type"},
    "aws_ecs_service": {"task_definition_arn": "task_definition"},
    "aws_efs_mount_target": {"security_group_ids": "security_groups"},
    "aws_eip": {"instance_id": "instance"},
    "aws_elasticache_cluster": {
        "cluster_identifier": "cluster_id",
        "name": "cluster_id",
        "node_class": "node_type",
        "num_nodes": "num_cache_nodes",
    },
    "aws_elasticache_replication_group": {
        "at_rest_encryption": "at_rest_encryption_enabled",
        "availability_zones": "preferred_cache_cluster_azs",
        "name": "replication_group_id",
        "number_cache_clusters": "num_cache_clusters",
        "replication_group_description": "description",
        "subnet_group": "subnet_group_name",
        "transit_encryption": "transit_encryption_enabled",
    },
    "aws_flow_log": {"log_destination_arn": "log_destination", "interface_id": "eni_id"},
    "aws_instance": {
        "security_group_ids": "vpc_security_group_ids",
        "ami_id": "ami",
        "image_id": "ami",
        "root_block_device.type": "volume_type",
        "root_block_device.size": "volume_size",
        "ebs_block_device.type": "volume_type",
        "ebs_block_device.size": "volume_size",
    },
    "aws_route": {"cidr_block": "destination_cidr_block"},
    "aws_subnet": {"cidr": "cidr_block"},
    "aws_vpc": {"cidr": "cidr_block"},
    "aws_kms_alias": {"alias": "name", "alias_name": "name", "key_id": "target_key_id"},
    "aws_lambda_event_source_mapping": {"event_source": "event_source_arn"},
    "aws_lambda_function": {
        "environment.vars": "variables",
        "reserved_concurrency": "reserved_concurrent_executions",
        "environment_variables": "environment",
        "iam_role": "role",
        "dead_letter_queue": "dead_letter_config",
        "memory": "memory_size",
        "layer_arns": "layers",
        "name": "function_name",
        "role_arn": "role",
        "vpc_config.security_groups": "security_group_ids",
        "vpc_config.subnets": "subnet_ids",
    },
    "aws_launch_template": {"ami_id": "image_id", "ami": "image_id", "security_group_ids": "vpc_security_group_ids"},
    "aws_lb": {
        "type": "load_balancer_type",
        "lb_type": "load_balancer_type",
        "deletion_protection": "enable_deletion_protection",
    },
    "aws_lb_target_group": {"healthcheck": "health_check"},
    "aws_rds_cluster": {
        "backup_window": "preferred_backup_window",
        "db_name": "database_name",
        "maintenance_window": "preferred_maintenance_window",
        "name": "cluster_identifier",
        "password": "master_password",
        "security_group_ids": "vpc_security_group_ids",
        "username": "master_username",
    },
    "aws_secretsmanager_secret": {"kms_key_arn": "kms_key_id"},
    "aws_sns_topic": {"kms_key_id": "kms_master_key_id"},
    "aws_sqs_queue": {
        "kms_key_id": "kms_master_key_id",
        "visibility_timeout": "visibility_timeout_seconds",
        "message_retention_period": "message_retention_seconds",
    },
}

# By type, then what is read of it: the attribute that it has. "data." stands before a data source.
ATTRIBUTES: dict[str, dict[str, str]] = {
    "aws_alb": {"dns": "dns_name", "url": "dns_name", "hosted_zone_id": "zone_id"},
    "aws_api_gateway_rest_api": {"root_id": "root_resource_id", "root_resource": "root_resource_id"},
    "aws_cloudfront_distribution": {"domain": "domain_name", "dns_name": "domain_name", "url": "domain_name"},
    "aws_cognito_user_pool_client": {"client_id": "id"},
    "aws_db_instance": {"host": "address", "hostname": "address", "dns_name": "address", "name": "db_name"},
    "aws_ecr_repository": {"url": "repository_url", "uri": "repository_url", "repository_uri": "repository_url"},
    "aws_efs_file_system": {"dns": "dns_name"},
    "aws_eip": {"ip": "public_ip", "ip_address": "public_ip", "eip": "public_ip"},
    "aws_elasticache_replication_group": {
        "endpoint": "primary_endpoint_address",
        "primary_endpoint": "primary_endpoint_address",
        "reader_endpoint": "reader_endpoint_address",
    },
    "aws_elb": {"dns": "dns_name", "hosted_zone_id": "zone_id"},
    "aws_instance": {"ip": "private_ip", "public_ip_address": "public_ip", "private_ip_address": "private_ip"},
    "aws_lb": {"dns": "dns_name", "url": "dns_name", "hosted_zone_id": "zone_id"},
    "aws_opensearch_domain": {"kibana_endpoint": "dashboard_endpoint"},
    "aws_rds_cluster": {"address": "endpoint", "host": "endpoint", "writer_endpoint": "endpoint"},
    "aws_s3_bucket": {
        "bucket_name": "bucket",
        "domain_name": "bucket_domain_name",
        "name": "bucket",
        "regional_domain_name": "bucket_regional_domain_name",
    },
    "aws_subnet": {"cidr": "cidr_block", "az": "availability_zone"},
    "aws_vpc": {"cidr": "cidr_block"},
    "data.aws_availability_zones": {"zones": "names", "availability_zones": "names"},
    "data.aws_caller_identity": {"account": "account_id", "aws_account_id": "account_id"},
    "data.aws_iam_policy_document": {"policy": "json", "rendered": "json"},
    "data.aws_route53_zone": {"hosted_zone_id": "zone_id"},
    "data.archive_file": {"output_base64": "output_base64sha256"},
    "random_password": {"password": "result", "value": "result"},
    "random_string": {"value": "result"},
    "tls_private_key": {"private_key": "private_key_pem", "public_key": "public_key_openssh"},
}

# What a provider or its service gave up, with nothing in its place: the first major version without it, and why.
DROPPED: dict[str, dict[str, tuple[int, str]]] = {
    "aws_ecs_task_definition": {"inference_accelerator": (6, "Amazon Elastic Inference has ended")},
    "aws_elasticache_replication_group": {
        "auth_token_enabled": (5, "giving auth_token says it"),
    },
    "aws_api_gateway_account": {"reset_on_delete": (6, "the provider always does")},
    "aws_sagemaker_notebook_instance": {"accelerator_types": (6, "Amazon Elastic Inference has ended")},
    "aws_spot_instance_request": {"block_duration_minutes": (6, "AWS no longer offers Spot blocks")},
    "aws_launch_template": {
        "elastic_gpu_specifications": (6, "Amazon Elastic Graphics has ended"),
        "elastic_inference_accelerator": (6, "Amazon Elastic Inference has ended"),
    },
}

# What is deprecated in 5, gone in 6, and has a successor that both know: its name, and what it is set to for what.
SUCCEEDED: dict[str, dict[str, tuple[str, dict[bool, str]]]] = {
    "aws_cloudwatch_event_rule": {"is_enabled": ("state", {True: "ENABLED", False: "DISABLED"})},
    "aws_eip": {"vpc": ("domain", {True: "vpc"})},
    "aws_guardduty_organization_configuration": {
        "auto_enable": ("auto_enable_organization_members", {True: "NEW", False: "NONE"}),
    },
}

# What is gone in 6, or was never there, and is said in another form: the arguments or blocks that say it together.
REWRITTEN: dict[str, dict[str, dict[str, Form]]] = {
    "aws_apigatewayv2_route": {"integration_id": {"target": Form(prefix="integrations/")}},
    "aws_eks_addon": {
        "resolve_conflicts": {"resolve_conflicts_on_create": Form(), "resolve_conflicts_on_update": Form()}
    },
    "aws_ssm_association": {"instance_id": {"targets": Form(key="InstanceIds")}},
}

# What takes its place is a resource of its own, which wants to know more than is written here.
ELSEWHERE: dict[str, dict[str, str]] = {
    "aws_api_gateway_deployment": {
        "canary_settings": "aws_api_gateway_stage",
    },
    "aws_api_gateway_stage": {"throttle_settings": "aws_api_gateway_method_settings"},
    "aws_guardduty_detector": {"datasources": "aws_guardduty_detector_feature"},
    "aws_secretsmanager_secret": {
        "rotation_rules": "aws_secretsmanager_secret_rotation",
        "rotation_lambda_arn": "aws_secretsmanager_secret_rotation",
        "secret_string": "aws_secretsmanager_secret_version",
    },
    "aws_s3_bucket": {
        "public_access_block": "aws_s3_bucket_public_access_block",
        "public_access_block_configuration": "aws_s3_bucket_public_access_block",
        "block_public_acls": "aws_s3_bucket_public_access_block",
        "versioning_configuration": "aws_s3_bucket_versioning",
    },
}

# Types that are not there, and what people mean by them.
TYPES: dict[str, str] = {
    "aws_alb_access_logs": "",
    "aws_api_gateway_cloudwatch_role": "aws_api_gateway_account",
    "aws_applicationautoscaling_policy": "aws_appautoscaling_policy",
    "aws_applicationautoscaling_scheduled_action": "aws_appautoscaling_scheduled_action",
    "aws_applicationautoscaling_target": "aws_appautoscaling_target",
    "aws_application_autoscaling_policy": "aws_appautoscaling_policy",
    "aws_application_autoscaling_target": "aws_appautoscaling_target",
    "aws_apigatewayv2_deployment_stage": "aws_apigatewayv2_stage",
    "aws_cloudwatch_dashboard_widget": "",
    "aws_cloudwatch_event": "aws_cloudwatch_event_rule",
    "aws_cloudwatch_alarm": "aws_cloudwatch_metric_alarm",
    "aws_cloudwatch_logs_group": "aws_cloudwatch_log_group",
    "aws_config_recorder": "aws_config_configuration_recorder",
    "aws_config_rule": "aws_config_config_rule",
    "aws_ecr_lifecycle": "aws_ecr_lifecycle_policy",
    "aws_eventbridge_rule": "aws_cloudwatch_event_rule",
    "aws_eventbridge_target": "aws_cloudwatch_event_target",
    "aws_eventbridge_bus": "aws_cloudwatch_event_bus",
    "aws_eventbridge_schedule": "aws_scheduler_schedule",
    "aws_eventbridge_scheduler": "aws_scheduler_schedule",
    "aws_eventbridge_scheduler_schedule": "aws_scheduler_schedule",
    "aws_kinesis_firehose_stream": "aws_kinesis_firehose_delivery_stream",
    "aws_firehose_delivery_stream": "aws_kinesis_firehose_delivery_stream",
    "aws_lambda_event_invoke_config": "aws_lambda_function_event_invoke_config",
    "aws_lambda_event_source": "aws_lambda_event_source_mapping",
    "aws_rds_instance": "aws_db_instance",
    "aws_rds_subnet_group": "aws_db_subnet_group",
    "aws_s3_bucket_encryption": "aws_s3_bucket_server_side_encryption_configuration",
    "aws_s3_bucket_encryption_configuration": "aws_s3_bucket_server_side_encryption_configuration",
    "aws_s3_bucket_server_side_encryption": "aws_s3_bucket_server_side_encryption_configuration",
    "aws_s3_bucket_lifecycle": "aws_s3_bucket_lifecycle_configuration",
    "aws_s3_bucket_lifecycle_rule": "",
    "aws_s3_bucket_public_access_block_configuration": "aws_s3_bucket_public_access_block",
    "aws_s3_public_access_block": "aws_s3_bucket_public_access_block",
    "aws_s3_bucket_replication": "aws_s3_bucket_replication_configuration",
    "aws_s3_bucket_website": "aws_s3_bucket_website_configuration",
    "aws_s3_bucket_cors": "aws_s3_bucket_cors_configuration",
    "aws_s3_bucket_ownership": "aws_s3_bucket_ownership_controls",
    "aws_security_group_ingress_rule": "aws_vpc_security_group_ingress_rule",
    "aws_security_group_egress_rule": "aws_vpc_security_group_egress_rule",
    "aws_stepfunctions_state_machine": "aws_sfn_state_machine",
    "aws_step_functions_state_machine": "aws_sfn_state_machine",
    "aws_vpc_flow_log": "aws_flow_log",
    "aws_vpc_internet_gateway": "aws_internet_gateway",
    "aws_waf_v2_web_acl": "aws_wafv2_web_acl",
}
