"""Who calls a function: somebody who waits for the answer, or a service that only wants to know whether it failed."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator

from iacfix.transforms.model import Component, Kind, Literal, Mapping, Module, Resource, references
from iacfix.transforms.resolve import constants


class Caller(enum.Enum):
    """What kind of caller it is."""

    ANSWERED = enum.auto()  # an API, a load balancer: what the function returns is what it is for
    DELIVERING = enum.auto()  # a queue, a topic, a rule, a state machine: tries again what fails
    STACK = enum.auto()  # a custom resource
    UNKNOWN = enum.auto()


_DELIVERING = frozenset(
    {
        *("aws_sfn_state_machine", "AWS::Serverless::StateMachine", "aws_lambda_event_source_mapping"),
        *("aws_cloudwatch_event_target", "aws_cloudwatch_event_rule", "aws_scheduler_schedule", "aws_pipes_pipe"),
        *("aws_sns_topic_subscription", "aws_sns_topic", "aws_s3_bucket_notification", "aws_s3_bucket"),
        *("aws_cloudwatch_log_subscription_filter", "AWS::Pipes::Pipe"),
    }
)
_ANSWERED = re.compile(
    r"aws_lambda_function_url|AWS::Lambda::Url|aws_(?:api_?gateway|apigatewayv2|appsync|lb_|alb_|lex|cognito|connect)\w*"
    r"|aws_cloudfront\w*|AWS::(?:ApiGateway|ApiGatewayV2|AppSync|Cognito|Lex|Connect|Bedrock|CloudFront)::\w+"
    r"|AWS::Serverless::(?:Api|HttpApi)|aws_lb|aws_lb_target_group|aws_lb_listener\w*"
)
_STACK = re.compile(r"Custom::.+|AWS::CloudFormation::(?:CustomResource|Macro)|aws_cloudformation_\w+")
_NAMED_AFTER = frozenset({"aws_lambda_alias", "AWS::Lambda::Version"})
_EVENTS = frozenset(
    {
        *("CloudWatchEvent", "CloudWatchLogs", "DynamoDB", "EventBridgeRule", "IoTRule", "Kinesis", "MSK", "MQ", "S3"),
        *("SNS", "SQS", "Schedule", "ScheduleV2", "SelfManagedKafka", "DocumentDB"),
    }
)
_DELIVER = re.compile(
    r"(?:events|sns|s3|iot|scheduler|logs|config|ses|codecommit|states)\.(?:[\w-]+\.)?amazonaws\.com.*"
)


def callers(component: Component, module: Module, function: Resource) -> frozenset[Caller]:
    """Return what kinds of callers *function* has in *module*, as far as its source tells."""
    return frozenset(_callers(component, module, function, 0))


def _callers(component: Component, module: Module, function: Resource, depth: int) -> Iterator[Caller]:
    for other in module.resources:
        if other is function or not any(r.target == function.key for r in references(other.body)):
            continue
        if other.kind is Kind.OUTPUT and component.callers(module):
            yield Caller.UNKNOWN
        elif other.type == "aws_lambda_permission":
            yield from _permitted(component, module, other)
        elif other.type in _NAMED_AFTER and depth < 3:
            yield from _callers(component, module, other, depth + 1)
        elif other.type in _DELIVERING:
            yield Caller.DELIVERING
        elif _ANSWERED.fullmatch(other.type):
            yield Caller.ANSWERED
        elif _STACK.fullmatch(other.type):
            yield Caller.STACK
    events = function.get("Events")
    for entry in events.entries if isinstance(events, Mapping) else ():
        match entry.value.get("Type") if isinstance(entry.value, Mapping) else None:
            case Literal(value=str() as kind):
                yield Caller.DELIVERING if kind in _EVENTS else Caller.ANSWERED
            case _:
                yield Caller.UNKNOWN
    if function.get("FunctionUrlConfig") is not None:
        yield Caller.ANSWERED


def _permitted(component: Component, module: Module, permission: Resource) -> Iterator[Caller]:
    principal = permission.get("principal")
    for name in (constants(component, module, principal) if principal is not None else None) or {""}:
        yield Caller.DELIVERING if _DELIVER.fullmatch(name) else Caller.ANSWERED
