"""Two constructs with one id in the same scope.

Within a scope every construct has an id of its own. The second one with an id that is taken stops synthesis: "There is
already a Construct with name ...". So does a loop that makes a construct under an id which is the same every time.

Nothing is rewritten: the id is part of the resource's address, so that a person must say which of the two keeps it, and
what tells the rounds of a loop apart. Constructs of which only one is made, in two branches of an ``if``, are fine.

https://developer.hashicorp.com/terraform/cdktf/concepts/constructs
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.findings import Finding, Severity
from iacfix.transforms.model import Component
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(__name__, code="CDK023", since="0.1.0", tiers=(), languages=("cdktf",))


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the constructs whose id is taken."""
    for clash in component.clashes:
        place = (clash.module, clash.resource, clash.resource, "id", Severity.BLOCKER)
        if clash.other is clash.resource:
            message = f"each round of the loop makes a construct with the id {clash.id}"
            advice = "put what differs from round to round into the id"
        else:
            origin = clash.other.origin
            line = component.position(origin).line if origin is not None else 0
            message = f"the id {clash.id} is taken: line {line} has it already"
            advice = "give one of the two another id; the deployed one keeps its own"
        yield Finding(message, *place, advice=advice, normal=clash.id)
