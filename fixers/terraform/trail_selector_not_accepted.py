"""Event selector that CloudTrail does not accept.

A trail's ``data_resource`` names objects by a prefix of their ARN, without wildcards: all buckets are ``arn:aws:s3``,
all functions ``arn:aws:lambda``. ``arn:aws:s3:::*/*`` is rejected when it is applied. Where that is what is meant, it
is written as CloudTrail wants it, which is safe: the trail could not be created.

Only objects, functions and DynamoDB tables can be selected so. Everything else wants ``advanced_event_selector``, and
a trail has selectors of one kind: both are reported, for a person to write.

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

fixer = Fixer(__name__, code="TF016", since="0.1.0", tiers=(Tier.SAFE,), languages=("hcl",))

# What people write for "all of them", and what the API takes for it, by the type of the resource.
EVERYTHING = {
    "AWS::S3::Object": re.compile(r"(?P<all>(?:^arn:[\w-]+)?:s3):::\*(?:/\*?)?"),
    "AWS::Lambda::Function": re.compile(r"(?P<all>(?:^arn:[\w-]+)?:lambda):\*(?::\*(?::function[:/]\*)?)?"),
    "AWS::DynamoDB::Table": re.compile(r"(?P<all>(?:^arn:[\w-]+)?:dynamodb):\*(?::\*(?::table/\*)?)?"),
}


@fixer.on("aws_cloudtrail")
def check(resource: Resource, module: Module, _: Component) -> Iterator[Finding]:
    """Yield what is wrong with the selectors of *resource*."""
    if resource.kind is not Kind.RESOURCE:
        return
    simple = resource.body.entry("event_selector")
    advanced = resource.body.entry("advanced_event_selector")
    if simple is not None and advanced is not None and not isinstance(advanced.value, Dynamic):
        advice = "say what event_selector says in an advanced_event_selector, and remove it"
        message = "a trail has either event_selector or advanced_event_selector"
        yield Finding(message, module, resource, simple, "event_selector", Severity.BLOCKER, advice=advice)
    for number, selector in enumerate(resource.all("event_selector")):
        if isinstance(selector, Mapping):
            for inner, selected in enumerate(selector.all("data_resource")):
                if isinstance(selected, Mapping):
                    path = f"event_selector[{number}].data_resource[{inner}]"
                    yield from _selected(resource, module, selected, path)


def _selected(resource: Resource, module: Module, selected: Mapping, path: str) -> Iterator[Finding]:
    match selected.get("type"), selected.get("values"):
        case Literal(value=str() as name) as written, _ if name not in EVERYTHING:
            message = f"an event_selector cannot select {name}"
            advice = "use an advanced_event_selector"
            yield Finding(message, module, resource, written, f"{path}.type", Severity.BLOCKER, advice=advice)
        case Literal(value=str() as name), Sequence(items=items):
            for position, item in enumerate(items):
                if (everything := _everything(item, EVERYTHING[name])) is not None:
                    edit = Replace(item, everything.in_place_of(item))
                    fix = Fix("write what CloudTrail takes for all", Tier.SAFE, Impact.CREATE, (edit,))
                    message = "CloudTrail takes no wildcards in an event_selector"
                    where = f"{path}.values[{position}]"
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
