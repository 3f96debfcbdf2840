"""Property that only the resource itself sets.

The schema of a type lists what can be read of a resource beside what can be given: ``Arn``, ``Status``, an endpoint.
CloudFormation rejects a template that gives one, or passes it over, as the type has it: in no case does it count.

With ``--unsafe`` the property goes; what it was meant to do, a person has to decide, and so it does not go by itself.
Often a property of another name is meant.

https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import RemoveArgument
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component
from iacfix.transforms.properties import places
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(
    __name__,
    code="CFN019",
    since="0.1.0",
    tiers=(Tier.UNSAFE,),
    languages=("cloudformation",),
    neighbours={"cfn-lint": "E3040"},
)


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield what is given and can only be read."""
    for place in places(component):
        for entry in place.mapping.entries:
            if entry.name in place.shape.names and place.reads(entry.name):
                edit = RemoveArgument(place.resource, place.mapping, entry)
                argument = place.to(entry.name)
                fix = Fix("take it out", Tier.UNSAFE, Impact.CREATE, (edit,), removes=(argument,))
                message = f"{place.type.name} sets {argument} itself: it cannot be given"
                at = (place.module, place.resource, entry, argument, Severity.RISK)
                yield Finding(message, *at, (fix,))
