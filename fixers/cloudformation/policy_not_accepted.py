"""Deletion policy that a resource cannot have.

``DeletionPolicy`` is ``Delete``, ``Retain``, ``RetainExceptOnCreate`` or ``Snapshot``, in this case of letters, and
only databases, volumes and caches have snapshots. CloudFormation rejects the template otherwise.

A word in another case gets its spelling. ``Snapshot`` of what has none becomes ``Retain``: where the resource's other
policy is ``Retain`` that is safe, as it says what was meant; else it is done with ``--unsafe``.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Replace
from iacfix.transforms.facts.cloudformation import resource_type
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind, Literal
from iacfix.transforms.properties import rewritten
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.templates import SNAPSHOTS

fixer = Fixer(
    __name__,
    code="CFN060",
    since="0.1.0",
    tiers=(Tier.SAFE, Tier.UNSAFE),
    languages=("cloudformation",),
    neighbours={"cfn-lint": "E3035, E3036"},
)

DELETION, REPLACEMENT = "DeletionPolicy", "UpdateReplacePolicy"
RETAIN, SNAPSHOT = "Retain", "Snapshot"
WORDS = {
    DELETION: ("Delete", RETAIN, "RetainExceptOnCreate", SNAPSHOT),
    REPLACEMENT: ("Delete", RETAIN, SNAPSHOT),
}


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the policies that CloudFormation does not take."""
    for module in component.modules:
        if rewritten(module):
            continue
        for resource in module.of(Kind.RESOURCE):
            for name, words in WORDS.items():
                match resource.meta.get(name):
                    case Literal(value=str() as word) as value:
                        pass
                    case _:
                        continue
                right = next((each for each in words if each.lower() == word.lower()), "")
                known = resource_type(resource.source_type) is not None
                none = right == SNAPSHOT and known and resource.source_type not in SNAPSHOTS
                if not none and right == word:
                    continue
                at = (module, resource, value, name, Severity.BLOCKER)
                if not right:
                    advice = f"it takes {', '.join(words)}"
                    yield Finding(f"{name} does not take {word}", *at, advice=advice)
                    continue
                other = resource.meta.get(REPLACEMENT if name == DELETION else DELETION)
                tier = Tier.UNSAFE if none and other != Literal(RETAIN) else Tier.SAFE
                new = RETAIN if none else right
                edit = Replace(value, Literal(new).in_place_of(value))
                message = f"{resource.source_type} has no snapshots" if none else f"{name} does not take {word}"
                yield Finding(message, *at, (Fix(f"write {new}", tier, Impact.CREATE, (edit,)),))
