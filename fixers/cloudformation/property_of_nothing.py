"""Property that stands for nothing that the service has.

A bucket notifies queues, topics, functions and EventBridge, but not CloudWatch, whatever ``CloudWatchConfigurations``
suggest; and some types, such as the rules of Config, have no tags in CloudFormation. The template is rejected, and no
other name would say what was meant.

The property goes, and with it an object that held nothing else. Whoever wrote it wanted something, and so this is done
with ``--unsafe`` only. Only what is on the list goes, and tags of types that have none; what has another name or
another place is renamed or moved instead, and what is merely unknown is reported by `unknown-property`.

https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import RemoveArgument
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.misplaced import Way, misfits
from iacfix.transforms.model import Component
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(
    __name__,
    code="CFN020",
    since="0.1.0",
    tiers=(Tier.UNSAFE,),
    languages=("cloudformation",),
    neighbours={"cfn-lint": "E3002"},
)


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield what nothing takes the place of."""
    for misfit in misfits(component):
        if misfit.way is Way.DROP:
            place, entry = misfit.place, misfit.entry
            outer = place.outer
            if outer is not None and place.entry is not None and place.alone and len(place.mapping.entries) == 1:
                edit = RemoveArgument(place.resource, outer.mapping, place.entry)
            else:
                edit = RemoveArgument(place.resource, place.mapping, entry)
            fix = Fix("take it out", Tier.UNSAFE, Impact.CREATE, (edit,), removes=(misfit.argument,))
            message = f"{place.type.name} has no {misfit.argument}: {misfit.reason}"
            yield Finding(message, place.module, place.resource, entry, misfit.argument, Severity.BLOCKER, (fix,))
