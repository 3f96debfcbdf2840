"""What services check when something is made: permissions without which it is refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from iacfix.transforms.model import (
    Kind,
    Literal,
    Mapping,
    Module,
    Reference,
    Resource,
    Sequence,
    Value,
    references,
    text,
)

MAKERS = ("aws_lambda_function", "AWS::Serverless::Function", "aws_sfn_state_machine")


@dataclass(frozen=True, slots=True)
class Need:
    """The *actions* on *resources* that *what*, at *argument*, needs to be made."""

    what: str
    argument: str
    actions: tuple[str, ...]
    resources: tuple[Value, ...] = (text("*"),)
    at: Value | None = None


# As of 2026-11: https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions
INTERFACES = ("ec2:CreateNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DeleteNetworkInterface")
TRACES = ("xray:PutTraceSegments", "xray:PutTelemetryRecords")
# https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html#cloudwatch-iam-policy
LOG_DELIVERY = (
    *("logs:CreateLogDelivery", "logs:GetLogDelivery", "logs:UpdateLogDelivery", "logs:DeleteLogDelivery"),
    *("logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:DescribeResourcePolicies", "logs:DescribeLogGroups"),
)
# What reads a source of events: by the type of the source.
READS = {
    "aws_sqs_queue": ("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"),
    "aws_kinesis_stream": (
        *("kinesis:DescribeStream", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"),
    ),
    "aws_dynamodb_table": ("dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"),
}
SENDS = {"aws_sqs_queue": ("sqs:SendMessage",), "aws_sns_topic": ("sns:Publish",)}


def needs(module: Module, resource: Resource) -> Iterator[Need]:
    """Yield what *resource* needs."""
    if resource.type == "aws_sfn_state_machine":
        logging = resource.get("logging_configuration")
        level = resource.get("logging_configuration", "level")
        if isinstance(level, Literal) and level.value not in {None, "OFF"}:
            yield Need("its logging", "logging_configuration", LOG_DELIVERY, at=logging)
        return
    subnets = resource.get("vpc_config", "subnet_ids") or resource.get("VpcConfig", "SubnetIds")
    if subnets is not None and subnets != Sequence(()):
        placed = resource.get("vpc_config") or resource.get("VpcConfig")
        yield Need("a function in a VPC", "vpc_config", INTERFACES, at=_written(placed))
    if Literal("Active") in {resource.get("tracing_config", "mode"), resource.get("Tracing")}:
        yield Need("tracing", "tracing_config", TRACES, at=_written(resource.get("tracing_config")))
    failures = resource.get("dead_letter_config", "target_arn")
    if isinstance(failures, Reference) and failures.kind is Kind.RESOURCE and failures.type in SENDS:
        yield Need("its queue for failures", "dead_letter_config", SENDS[failures.type], (_bare(failures),), failures)
    yield from _events(resource)
    for mapping in module.of_type("aws_lambda_event_source_mapping"):
        source = mapping.get("event_source_arn")
        named = mapping.get("function_name")
        mine = named is not None and any(reference.target == resource.key for reference in references(named))
        if mine and isinstance(source, Reference) and source.kind is Kind.RESOURCE and source.type in READS:
            yield Need(f"{mapping.name}", "role", READS[source.type], (_bare(source),))


def _events(function: Resource) -> Iterator[Need]:
    """Yield what the sources of events of a SAM function need, which SAM gives to roles of its own making only."""
    events = function.get("Events")
    for entry in events.entries if isinstance(events, Mapping) else ():
        properties = entry.value.get("Properties") if isinstance(entry.value, Mapping) else None
        given = (properties.get("Queue") or properties.get("Stream")) if isinstance(properties, Mapping) else None
        if isinstance(given, Reference) and given.kind is Kind.RESOURCE and given.type in READS:
            yield Need(entry.name, f"Events.{entry.name}", READS[given.type], (_bare(given),), given)


def _written(value: Value | None) -> Value | None:
    return value if isinstance(value, Mapping) and value.origin else None


def _bare(reference: Reference) -> Value:
    return reference.detached()
