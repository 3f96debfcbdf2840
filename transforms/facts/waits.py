"""What must wait for what, though neither refers to the other.

Sources: the notes on ``depends_on`` in the pages of the AWS provider's resources, and "DependsOn attribute" in the
CloudFormation user guide. Read 2026-11.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from iacfix.transforms.findings import Severity
from iacfix.transforms.model import Literal, Resource, Template, Value


@dataclass(frozen=True)
class Edge:
    """What must wait for what.

    *of* is one of these types, and refers in *by* to the same thing as *on*, a type, does in the arguments named there;
    *through* leads from what is referred to on to what both have in common. Without *by*, any in the module will do.
    *when* and *fits* say which of the one and of the other are meant; *one* is enough where there are several.
    """

    of: tuple[str, ...]
    by: tuple[str, ...]
    on: dict[str, str]
    severity: Severity = Severity.RISK
    through: tuple[tuple[str, ...], ...] = ()
    when: Callable[[Resource], bool] = field(default=lambda _: True)
    fits: Callable[[Resource, Resource], bool] = field(default=lambda _, __: True)
    one: bool = False


def _has(*names: str) -> Callable[[Resource], bool]:
    return lambda resource: not resource.body.names.isdisjoint(names)


def _by(service: str) -> Callable[[Resource, Resource], bool]:
    return lambda _, permission: permission.get("principal") == Literal(f"{service}.amazonaws.com")


def _is_log_of(function: Resource, group: Resource) -> bool:
    """Say whether *group* is where *function* writes its log."""
    name = function.get("function_name")
    return name is not None and _parts(group.get("name")) == _parts(Template((Literal("/aws/lambda/"), name)))


def _is_scaled_by(policy: Resource, target: Resource) -> bool:
    return all(policy.get(name) == target.get(name) is not None for name in ("resource_id", "scalable_dimension"))


def _parts(value: Value | None) -> list[Value]:
    """Return what a string is put together from, texts side by side as one."""
    found: list[Value] = []
    for part in value.parts if isinstance(value, Template) else (value,):
        for inner in _parts(part) if isinstance(part, Template) else (part,):
            last = found[-1] if found else None
            if isinstance(last, Literal) and isinstance(inner, Literal):
                found[-1] = Literal(f"{last.value}{inner.value}")
            elif inner is not None:
                found.append(inner)
    return found


ROLE_POLICIES = {
    "aws_iam_policy": "Roles",
    "aws_iam_policy_attachment": "roles",
    "aws_iam_role_policy": "role",
    "aws_iam_role_policy_attachment": "role",
    "AWS::IAM::Policy": "Roles",
    "AWS::IAM::RolePolicy": "RoleName",
}
GATEWAYS = {
    "aws_internet_gateway": "vpc_id",
    "aws_internet_gateway_attachment": "vpc_id",
    "AWS::EC2::VPCGatewayAttachment": "VpcId",
}
QUEUE_POLICIES = {"aws_sqs_queue_policy": "queue_url", "AWS::SQS::QueuePolicy": "Queues"}
VPC = ("vpc_id", "VpcId")
FUNCTIONS = ("aws_lambda_function", "AWS::Serverless::Function")

EDGES = (
    Edge(FUNCTIONS, (), {"aws_cloudwatch_log_group": ""}, Severity.NOTE, fits=_is_log_of),
    Edge(FUNCTIONS, ("role", "Role"), ROLE_POLICIES, Severity.NOTE),
    Edge(("aws_eks_cluster", "AWS::EKS::Cluster"), ("role_arn", "RoleArn"), ROLE_POLICIES),
    Edge(("aws_eks_node_group", "AWS::EKS::Nodegroup"), ("node_role_arn", "NodeRole"), ROLE_POLICIES),
    Edge(("aws_eks_fargate_profile",), ("pod_execution_role_arn",), ROLE_POLICIES),
    Edge(("aws_codebuild_project",), ("service_role",), ROLE_POLICIES),
    Edge(("aws_ecs_service",), ("iam_role",), ROLE_POLICIES),
    Edge(("aws_flow_log",), ("iam_role_arn",), ROLE_POLICIES),
    Edge(
        ("aws_sfn_state_machine",),
        ("role_arn",),
        ROLE_POLICIES,
        when=_has("logging_configuration", "LoggingConfiguration"),
    ),
    Edge(
        ("aws_kinesis_firehose_delivery_stream",),
        ("extended_s3_configuration.role_arn", "s3_configuration.role_arn"),
        ROLE_POLICIES,
    ),
    Edge(
        ("aws_api_gateway_stage",),
        (),
        {"aws_api_gateway_account": "", "AWS::ApiGateway::Account": ""},
        when=_has("access_log_settings", "AccessLogSetting", "MethodSettings"),
    ),
    Edge(
        ("aws_api_gateway_deployment",),
        ("rest_api_id", "RestApiId"),
        {"aws_api_gateway_integration": "rest_api_id", "AWS::ApiGateway::Method": "RestApiId"},
    ),
    Edge(
        ("aws_nat_gateway",),
        ("subnet_id",),
        GATEWAYS,
        through=(VPC,),
        when=lambda gateway: gateway.get("connectivity_type") != Literal("private"),
        fits=lambda _, gateway: "VpnGatewayId" not in gateway.body.names,
    ),
    Edge(("aws_eip",), ("instance", "InstanceId"), GATEWAYS, through=(("subnet_id",), VPC)),
    Edge(
        ("aws_instance",),
        ("subnet_id",),
        GATEWAYS,
        Severity.NOTE,
        through=(VPC,),
        when=lambda instance: instance.get("associate_public_ip_address") == Literal(value=True),
    ),
    Edge(
        ("aws_cloudtrail", "aws_config_delivery_channel", "AWS::Config::DeliveryChannel"),
        ("s3_bucket_name", "S3BucketName"),
        {"aws_s3_bucket_policy": "bucket"},
    ),
    Edge(
        ("aws_s3_bucket_notification",),
        ("lambda_function.lambda_function_arn",),
        {"aws_lambda_permission": "function_name"},
        fits=_by("s3"),
    ),
    Edge(("aws_s3_bucket_notification",), ("queue.queue_arn",), QUEUE_POLICIES),
    Edge(("aws_s3_bucket_notification",), ("topic.topic_arn",), {"aws_sns_topic_policy": "arn"}),
    Edge(("aws_s3_bucket_acl",), ("bucket",), {"aws_s3_bucket_ownership_controls": "bucket"}),
    Edge(("aws_cloudwatch_log_group",), ("kms_key_id",), {"aws_kms_key_policy": "key_id"}),
    Edge(
        ("aws_sns_topic_subscription",),
        ("endpoint",),
        QUEUE_POLICIES,
        Severity.NOTE,
        when=lambda subscription: subscription.get("protocol") == Literal("sqs"),
    ),
    Edge(
        ("aws_ecs_service",),
        ("load_balancer.target_group_arn",),
        {
            "aws_lb_listener": "default_action",
            "aws_alb_listener": "default_action",
            "aws_lb_listener_rule": "action",
            "aws_alb_listener_rule": "action",
        },
        one=True,
    ),
    Edge(
        ("aws_appautoscaling_policy", "aws_appautoscaling_scheduled_action"),
        (),
        {"aws_appautoscaling_target": ""},
        fits=_is_scaled_by,
    ),
    Edge(
        ("aws_wafv2_web_acl_logging_configuration",),
        ("log_destination_configs",),
        {"aws_cloudwatch_log_resource_policy": "policy_document"},
    ),
    Edge(
        ("aws_secretsmanager_secret_rotation",),
        ("rotation_lambda_arn",),
        {"aws_lambda_permission": "function_name"},
        fits=_by("secretsmanager"),
    ),
    Edge(("aws_config_configuration_recorder_status",), (), {"aws_config_delivery_channel": ""}),
)
