"""Name where a policy wants an ARN.

``Resource`` of a statement takes ARNs. What is easiest to write is often something else: ``!Ref Bucket`` and
``aws_s3_bucket.data.id`` are the name of a bucket, ``!Ref Queue`` is the URL of a queue, a role's ``name`` is its name.
IAM and the services reject such a policy when it is applied: "Resource must be in ARN format". With ``/*`` behind it,
it is the same mistake.

The reference is switched to the ARN, which is safe: the policy could not be created as it was written. What stands
behind ARNs that are put together by hand (``arn:aws:s3:::${Bucket}``) is a name on purpose, and is left alone; so are
references that are ARNs already, such as ``!Ref`` of a topic, and those that an input hands over, of which nobody
knows.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Replace
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import (
    Component,
    Conditional,
    Kind,
    Literal,
    Mapping,
    Reference,
    Sequence,
    Template,
    Value,
    dotted,
)
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(__name__, code="IAM004", since="0.1.0", tiers=(Tier.SAFE,), neighbours={"cfn-lint": "E3512"})

# What is no ARN, of those that have one: the attributes by type.
NAMES = {
    "aws_dynamodb_table": {"name", "id"},
    "aws_ecr_repository": {"name", "id"},
    "aws_iam_group": {"name", "id"},
    "aws_iam_role": {"name", "id"},
    "aws_iam_user": {"name", "id"},
    "aws_kinesis_firehose_delivery_stream": {"name"},
    "aws_kinesis_stream": {"name"},
    "aws_kms_key": {"key_id", "id"},
    "aws_lambda_function": {"function_name", "id"},
    "aws_s3_bucket": {"bucket", "id"},
    "aws_secretsmanager_secret": {"name"},
    "aws_sns_topic": {"name"},
    "aws_sqs_queue": {"url", "id", "name"},
}
# What an ARN goes on with.
TAILS = ("/", ":")


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the names among the resources of statements."""
    for module in component.modules:
        for resource in module.of(Kind.RESOURCE, Kind.DATA):
            for path, value in resource.walk():
                for name in _about(value, path):
                    for inner in _single(value.get(name)) if isinstance(value, Mapping) else ():
                        if (fix := _fix(inner)) is not None:
                            message = f"{fix[0].name}.{fix[0].attribute} is no ARN, which a policy wants"
                            argument = dotted((*path, name))
                            at = (module, resource, inner, argument, Severity.BLOCKER)
                            yield Finding(message, *at, (fix[1],), normal=fix[0].name)


def _about(value: Value, path: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names under which a statement says what it is about; none where *value* is no statement."""
    if not isinstance(value, Mapping):
        return ()
    if "Effect" in value.names:
        return ("Resource", "NotResource")
    return ("resources", "not_resources") if path[:1] == ("statement",) else ()


def _single(value: Value | None) -> Iterator[Value]:
    match value:
        case Sequence(items=items):
            for item in items:
                yield from _single(item)
        case Conditional(then=then, otherwise=otherwise):
            yield from _single(then)
            yield from _single(otherwise)
        case None:
            pass
        case _:
            yield value


def _fix(value: Value) -> tuple[Reference, Fix] | None:
    """Return what is referred to by its name, and what puts the ARN there."""
    match value:
        case Reference() as reference:
            rest: tuple[Value, ...] = ()
        case Template(parts=(Reference() as reference, *tail)) if _goes_on(tuple(tail)):
            rest = tuple(tail)
        case _:
            return None
    if reference.kind is not Kind.RESOURCE or reference.attribute not in NAMES.get(reference.type, ()):
        return None
    arn = reference.attribute_is("arn").in_place_of(reference)
    new = Template((arn, *rest)).in_place_of(value) if rest else arn
    return reference, Fix("use its ARN", Tier.SAFE, Impact.CREATE, (Replace(value, new),))


def _goes_on(rest: tuple[Value, ...]) -> bool:
    """Say whether *rest* can follow an ARN."""
    match rest:
        case (Literal(value=str() as text), *_):
            return text.startswith(TAILS)
        case _:
            return not rest
