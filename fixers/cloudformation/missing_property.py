"""Property that is required and not given.

CloudFormation, or the service behind it, rejects a resource without it: a trail wants to be told ``IsLogging``, a
target of a rule has an ``Id``, a table a ``KeySchema``. Where only one value can be right, it is given: ``true`` for a
trail, which is there to log; the only word that is accepted; the only attribute as the key of a table; the name of the
resource for a target, whose ``Id`` only tells it from the others of its rule; the account for the catalog of Glue,
which is the account's own; ``SSEType`` beside a key of one's own; the function of inline code that is called a handler.

That is safe, because the resource could not be created. With ``--unsafe``, the ID of a thing of which the template has
one is that one's, a description is the name of the resource, inline code runs on what all other inline code of its
language in the template runs on, and the tag ``Name`` of a group is for its instances. What else is missing is
reported, for a person to say. Nothing is said of an object that has a property which there is not: that one is probably
what is missing.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import InsertArgument
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component
from iacfix.transforms.properties import places
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.required import Missing, missing

fixer = Fixer(
    __name__,
    code="CFN013",
    since="0.1.0",
    tiers=(Tier.SAFE, Tier.UNSAFE),
    languages=("cloudformation",),
    neighbours={"cfn-lint": "E3003, E3678"},
)


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield what is not given and required."""
    for place in places(component):
        for each in missing(place):
            yield _finding(each)


def _finding(each: Missing) -> Finding:
    place = each.place
    fixes: tuple[Fix, ...] = ()
    if each.value is not None:
        edit = InsertArgument(place.resource, place.mapping, each.name, each.value)
        tier = Tier.SAFE if each.sure else Tier.UNSAFE
        fixes = (Fix(f"give {each.name}", tier, Impact.CREATE, (edit,)),)
    message = f"{place.type.name} wants {each.argument}, which is not given"
    at = place.entry if place.entry is not None and place.alone else place.mapping if place.path else place.resource
    advice = "" if fixes else f"give {each.name}"
    return Finding(message, place.module, place.resource, at, each.argument, Severity.BLOCKER, fixes, advice)
