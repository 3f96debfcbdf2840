"""Event selector that CloudTrail does not accept.

A trail's ``data_resource`` names objects by a prefix of their ARN, without wildcards: all buckets are ``arn:aws:s3``,
all functions ``arn:aws:lambda``. ``arn:aws:s3:::*/*`` is rejected when it is applied. Where that is what is meant, it
is written as CloudTrail wants it, which is safe: the trail could not be created.

Only objects, functions and DynamoDB tables can be selected so; ``AWS::S3::Bucket`` means the objects. Everything else
wants ``advanced_event_selector``, and a trail has selectors of one kind: both are reported, for a person to write.

https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DataResource.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from iacfix.transforms.edits import Replace
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import (
    Component,
    Dynamic,
    Kind,
    Literal,
    Mapping,
    Module,
    Resource,
    Sequence,
    Template,
    Value,
)
from iacfix.transforms.registry import Fixer

fixer = Fixer(__name__, code="TF016", since="0.1.0", tiers=(Tier.SAFE,), languages=("hcl", "cloudformation"))

# What people write for "all of them", and what the API takes for it, by the type of the resource.
EVERYTHING = {
    "AWS::S3::Object": re.compile(r"(?P<all>(?:^arn:[\w-]+)?:s3):::\*(?:/\*?)?"),
    "AWS::Lambda::Function": re.compile(r"(?P<all>(?:^arn:[\w-]+)?:lambda):\*(?::\*(?::function[:/]\*)?)?"),
    "AWS::DynamoDB::Table": re.compile(r"(?P<all>(?:^arn:[\w-]+)?:dynamodb):\*(?::\*(?::table/\*)?)?"),
}
# What people write for the objects of a service that can be selected.
MEANT = {
    "AWS::S3::Bucket": "AWS::S3::Object",
    "AWS::S3::Objects": "AWS::S3::Object",
    "AWS::Lambda": "AWS::Lambda::Function",
    "AWS::DynamoDB::Tables": "AWS::DynamoDB::Table",
}
# What a selector, its resources, their type and their values are called, and selectors of the other kind.
NAMES = (
    ("event_selector", "data_resource", "type", "values", "advanced_event_selector"),
    ("EventSelectors", "DataResources", "Type", "Values", "AdvancedEventSelectors"),
)


@fixer.on("aws_cloudtrail")
def check(resource: Resource, module: Module, _: Component) -> Iterator[Finding]:
    """Yield what is wrong with the selectors of *resource*."""
    if resource.kind is not Kind.RESOURCE:
        return
    for names in NAMES:
        yield from _selectors(resource, module, *names)


def _selectors(
    resource: Resource, module: Module, outer: str, inner: str, type_: str, values: str, other: str
) -> Iterator[Finding]:
    simple, advanced = resource.body.entry(outer), resource.body.entry(other)
    if simple is not None and advanced is not None and not isinstance(advanced.value, Dynamic):
        advice = f"say what {outer} says in an {other}, and remove it"
        message = f"a trail has either {outer} or {other}"
        yield Finding(message, module, resource, simple, outer, Severity.BLOCKER, advice=advice)
    for number, selector in enumerate(resource.all(outer)):
        for position, selected in enumerate(selector.all(inner) if isinstance(selector, Mapping) else ()):
            if isinstance(selected, Mapping):
                path = f"{outer}[{number}].{inner}[{position}]"
                yield from _selected(resource, module, selected, (path, type_, values, other))


def _selected(
    resource: Resource, module: Module, selected: Mapping, names: tuple[str, str, str, str]
) -> Iterator[Finding]:
    path, type_, values, other = names
    match selected.get(type_), selected.get(values):
        case Literal(value=str() as name) as written, _ if name not in EVERYTHING:
            message = f"an event selector cannot select {name}"
            meant = MEANT.get(name)
            fixes = (
                (
                    Fix(
                        f"select {meant}",
                        Tier.SAFE,
                        Impact.CREATE,
                        (Replace(written, Literal(meant).in_place_of(written)),),
                    ),
                )
                if meant
                else ()
            )
            advice = "" if fixes else f"use an {other}"
            yield Finding(message, module, resource, written, f"{path}.{type_}", Severity.BLOCKER, fixes, advice)
        case Literal(value=str() as name), Sequence(items=items):
            for position, item in enumerate(items):
                if (everything := _everything(item, EVERYTHING[name])) is not None:
                    edit = Replace(item, everything.in_place_of(item))
                    fix = Fix("write what CloudTrail takes for all", Tier.SAFE, Impact.CREATE, (edit,))
                    message = "CloudTrail takes no wildcards in an event selector"
                    where = f"{path}.{values}[{position}]"
                    yield Finding(message, module, resource, item, where, Severity.BLOCKER, (fix,))
        case _:
            pass


def _everything(value: Value, pattern: re.Pattern[str]) -> Value | None:
    """Return what the API takes for "all of them" if that is what *value* says."""
    match value:
        case Literal(value=str() as text) if text.startswith("arn:") and (found := pattern.fullmatch(text)):
            return Literal(found["all"])
        case Template(parts=(Literal(value="arn:"), partition, Literal(value=str() as text))) if (
            found := pattern.fullmatch(text)
        ):
            return Template((Literal("arn:"), partition, Literal(found["all"])))
        case _:
            return None
