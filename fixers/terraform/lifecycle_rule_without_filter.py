"""Rule of a bucket's lifecycle that does not say which objects it is for.

A rule has either a ``filter`` or, as it was in the past, a ``prefix``. The provider still takes a rule with neither for
one that is meant for all objects, warns of it, and has said that this will be an error.

With ``--fresh`` the rule gets the empty filter, which says "all objects". On a deployed bucket this is one update of
the lifecycle that changes nothing of what it does.

https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_lifecycle_configuration
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from iacfix.transforms.edits import InsertArgument
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Dynamic, Entry, Kind, Mapping, Module, Resource
from iacfix.transforms.registry import Fixer

fixer = Fixer(
    __name__,
    code="TF014",
    since="0.1.0",
    tiers=(Tier.FRESH,),
    languages=("hcl",),
    neighbours={"terraform": "Invalid Attribute Combination"},
)

SAYS_WHICH = {"filter", "prefix"}


@fixer.on("aws_s3_bucket_lifecycle_configuration")
def check(resource: Resource, module: Module, _: Component) -> Iterator[Finding]:
    """Yield the rules that have no filter."""
    if resource.kind is not Kind.RESOURCE:
        return
    for position, entry in enumerate(entry for entry in resource.body.entries if entry.name == "rule"):
        rule = entry.value.content if isinstance(entry.value, Dynamic) else entry.value
        if not isinstance(rule, Mapping) or not rule.block or rule.names & SAYS_WHICH:
            continue
        arguments = itertools.takewhile(lambda inner: not _is_block(inner), rule.entries)
        after = next((argument.name for argument in reversed(list(arguments))), "")
        edit = InsertArgument(resource, rule, "filter", Mapping((), block=True), after)
        fix = Fix("say that it is for all objects", Tier.FRESH, Impact.UPDATE, (edit,))
        message = "the lifecycle rule has no filter"
        yield Finding(message, module, resource, entry, f"rule[{position}]", Severity.RISK, (fix,))


def _is_block(entry: Entry) -> bool:
    return isinstance(entry.value, Dynamic) or (isinstance(entry.value, Mapping) and entry.value.block)
