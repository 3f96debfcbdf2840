"""Word or number that a property does not take.

Many properties take one of a few words, and in one spelling: ``pay_per_request`` is not ``PAY_PER_REQUEST``, and a
bucket's versioning is ``Enabled``, not ``true``. The service, if not CloudFormation before it, rejects the others, and
the stack rolls back. A value that differs from an accepted one only in case, number, hyphens and blanks, that leaves
out or adds a word, that is as long a time (``24h`` for ``TwentyFour_Hours``), or that is on a list of words with one
clear meaning, gets its spelling; days of retention that are
between two accepted numbers become the higher one; the name of a key's alias begins with ``alias/``. That is safe: the
resource could not be created.

``SecureString`` is no type that CloudFormation makes a parameter of; a ``String`` in its place is readable by all who
may read parameters, and so it is written with ``--unsafe`` only. Other words are reported with what is taken. Lists
that grow all the time, such as types of instances, are no business of this rule.

https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Replace
from iacfix.transforms.enumerations import is_growing, meant, takes, words
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Literal, Template, Value
from iacfix.transforms.properties import Given, given
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(
    __name__,
    code="CFN014",
    since="0.1.0",
    tiers=(Tier.SAFE, Tier.UNSAFE),
    languages=("cloudformation",),
    neighbours={"cfn-lint": "E3030"},
)

# What may be meant, and what it would change.
UNSAFE = {("AWS::SSM::Parameter", "Type", "SecureString"): "String"}
# What fixers of their own are about.
OTHERWISE = {("AWS::CloudTrail::Trail", "EventSelectors.DataResources.Type")}
SHOWN = 12
# What the accepted values all begin with.
BEGINNINGS = {("AWS::KMS::Alias", "AliasName"): "alias/"}


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the constants that no property of that name takes."""
    for each in given(component):
        place = (each.place.type.name, each.place.plain(each.entry.name))
        if place in BEGINNINGS:
            yield from _beginning(each, BEGINNINGS[place])
        elif place not in OTHERWISE and isinstance(each.value, Literal) and each.value.value is not None:
            yield from _finding(each, each.value)


def _beginning(each: Given, beginning: str) -> Iterator[Finding]:
    """Yield a name that does not begin as all of its kind do."""
    match each.value:
        case Literal(value=str() as text) if not text.startswith(beginning):
            new: Value = Literal(beginning + text)
        case Template(parts=(Literal(value=str() as text), *rest)) if not text.startswith(beginning):
            new = Template((Literal(beginning + text), *rest))
        case _:
            return
    fix = Fix(f"begin with {beginning}", Tier.SAFE, Impact.CREATE, (Replace(each.value, new.in_place_of(each.value)),))
    message = f"{each.argument} of {each.place.type.name} begins with {beginning}"
    yield Finding(message, each.place.module, each.place.resource, each.value, each.argument, Severity.BLOCKER, (fix,))


def _finding(each: Given, value: Literal) -> Iterator[Finding]:
    accepted, type_ = words(each), each.place.type.name
    if not accepted or takes(each, value.value):
        return
    likely = meant(each, value.value)
    unsafe = UNSAFE.get((type_, each.place.plain(each.entry.name), str(value.value)))
    if not likely and unsafe is None and (is_growing(each) or len(accepted) > SHOWN):
        return
    fixes = tuple(
        Fix(f"write {one}", Tier.SAFE, Impact.CREATE, (Replace(value, Literal(one).in_place_of(value)),))
        for one in (likely if len(likely) == 1 else ())
    )
    if unsafe is not None:
        edit = Replace(value, Literal(unsafe).in_place_of(value))
        fixes = (Fix(f"write {unsafe}", Tier.UNSAFE, Impact.CREATE, (edit,)),)
    said = str(value.value).lower() if isinstance(value.value, bool) else value.value
    message = f"{type_} does not take {said} for {each.argument}"
    advice = "" if fixes else f"it takes {', '.join(map(str, likely or accepted[:SHOWN]))}"
    at = (each.place.module, each.place.resource, value, each.argument, Severity.BLOCKER)
    yield Finding(message, *at, fixes, advice)
