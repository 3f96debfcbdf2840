"""Number that is more, or less, than a property takes.

A function of Lambda runs for fifteen minutes at most, a queue keeps a message for fourteen days, whatever a template
says; the service rejects the resource, and the stack rolls back.

What is above the most becomes the most with ``--unsafe``: whoever wrote it wanted as much as can be had, or wrote a
digit too many. What is below the least is reported with what is taken. Parameters are left alone, and so is what a
function computes.

https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Replace
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Literal
from iacfix.transforms.properties import Given, given
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(
    __name__,
    code="CFN057",
    since="0.1.0",
    tiers=(Tier.UNSAFE,),
    languages=("cloudformation",),
    neighbours={"cfn-lint": "E3034, E3717"},
)

# What the schema lets through and the service does not: by type and path, the property that lifts the limit, the most.
# From the quotas of AWS Lambda, November 2026.
MOST = {("AWS::Lambda::Function", "Timeout"): ("CapacityProviderConfig", 900)}


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the constants that are out of range."""
    for each in given(component):
        number = _number(each)
        if number is None:
            continue
        least, most = _limits(each)
        type_, at = each.place.type.name, each.argument
        where = (each.place.module, each.place.resource, each.value, at, Severity.BLOCKER)
        if most is not None and number > most:
            new = Literal(int(most) if most == int(most) else most).in_place_of(each.value)
            fix = Fix(f"write {new.value}", Tier.UNSAFE, Impact.CREATE, (Replace(each.value, new),))
            yield Finding(f"{type_} takes {new.value} at most for {at}", *where, (fix,))
        elif least is not None and number < least:
            yield Finding(f"{type_} takes {least:g} at least for {at}", *where, advice=f"give it {least:g} or more")


def _number(each: Given) -> float | None:
    """Return the constant that is given where a number is wanted."""
    if not each.shape.types or not each.shape.types <= frozenset("in") or not isinstance(each.value, Literal):
        return None
    match each.value.value:
        case bool():
            return None
        case int() | float() as number:
            return number
        case str() as text if text.isdecimal():
            return int(text)
        case _:
            return None


def _limits(each: Given) -> tuple[float | None, float | None]:
    least, most = each.shape.limits
    lifts, known = MOST.get((each.place.type.name, each.place.plain(each.entry.name)), ("", None))
    if known is not None and lifts not in each.place.mapping.names:
        return least, min(known, most) if most is not None else known
    return least, most
