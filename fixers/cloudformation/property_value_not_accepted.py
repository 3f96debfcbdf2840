"""Word or number that a property does not take.

Many properties take one of a few words, and in one spelling: ``pay_per_request`` is not ``PAY_PER_REQUEST``, and a
bucket's versioning is ``Enabled``, not ``true``. The service, if not CloudFormation before it, rejects the others, and
the stack rolls back. A value that differs from an accepted one only in case, hyphens and blanks, or that is on a list
of words with one clear meaning, gets its spelling; days of retention that are between two accepted numbers become the
higher one. That is safe: the resource could not be created.

``SecureString`` is no type that CloudFormation makes a parameter of; a ``String`` in its place is readable by all who
may read parameters, and so it is written with ``--unsafe`` only. Other words are reported with what is taken. Lists
that grow all the time, such as types of instances, are no business of this rule.

https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from iacfix.transforms.edits import Replace
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Literal
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

# What people write, and what is meant by it where that is accepted.
MEANT: dict[str | bool, tuple[str, ...]] = {
    True: ("Enabled", "ENABLED", "enabled", "ON", "On"),
    False: ("Disabled", "DISABLED", "disabled", "OFF", "Off"),
    "true": ("Enabled", "ENABLED", "enabled"),
    "false": ("Disabled", "DISABLED", "disabled"),
    "On": ("Enabled", "ENABLED"),
    "Off": ("Disabled", "DISABLED"),
    ">": ("GreaterThanThreshold",),
    ">=": ("GreaterThanOrEqualToThreshold",),
    "<": ("LessThanThreshold",),
    "<=": ("LessThanOrEqualToThreshold",),
    "GreaterThan": ("GreaterThanThreshold",),
    "LessThan": ("LessThanThreshold",),
    "GreaterThanOrEqualTo": ("GreaterThanOrEqualToThreshold",),
    "LessThanOrEqualTo": ("LessThanOrEqualToThreshold",),
    "STANDARD_INFREQUENT_ACCESS": ("STANDARD_IA",),
    "INFREQUENT_ACCESS": ("STANDARD_IA",),
    "ONE_ZONE_IA": ("ONEZONE_IA",),
    "INTELLIGENT-TIERING": ("INTELLIGENT_TIERING",),
    "ON_DEMAND": ("PAY_PER_REQUEST",),
    "PAY_PER_USE": ("PAY_PER_REQUEST",),
    "String": ("S",),
    "STRING": ("S",),
    "Number": ("N",),
    "NUMBER": ("N",),
    "Binary": ("B",),
    "KMS": ("aws:kms",),
    "SSE-KMS": ("aws:kms",),
    "SSE-S3": ("AES256",),
    "NEW_AND_OLD_IMAGE": ("NEW_AND_OLD_IMAGES",),
}
# What may be meant, and what it would change.
UNSAFE = {("AWS::SSM::Parameter", "Type", "SecureString"): "String"}
ROUNDED = {"RetentionInDays"}
# What fixers of their own are about.
OTHERWISE = {("AWS::CloudTrail::Trail", "EventSelectors.DataResources.Type")}
# Lists that grow: what they do not have may be new.
GROWING = re.compile(r"(?:Runtimes?|.*Types?|.*Class|.*Version|.*Region|Engine|Family|.*Country.*|Identifier)$")
SHOWN = 12


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the constants that no property of that name takes."""
    for each in given(component):
        place = (each.place.type.name, each.place.plain(each.entry.name))
        if (
            isinstance(each.value, Literal)
            and each.shape.words
            and each.value.value is not None
            and place not in OTHERWISE
        ):
            yield from _finding(each, each.value)


def _finding(each: Given, value: Literal) -> Iterator[Finding]:
    words, type_ = each.shape.words, each.place.type.name
    if _accepted(value.value, each):
        return
    meant = _meant(value.value, each)
    unsafe = UNSAFE.get((type_, each.place.plain(each.entry.name), str(value.value)))
    if not meant and unsafe is None and (GROWING.fullmatch(each.entry.name) or len(words) > SHOWN):
        return
    fixes = tuple(
        Fix(f"write {one}", Tier.SAFE, Impact.CREATE, (Replace(value, Literal(one).in_place_of(value)),))
        for one in (meant if len(meant) == 1 else ())
    )
    if unsafe is not None:
        edit = Replace(value, Literal(unsafe).in_place_of(value))
        fixes = (Fix(f"write {unsafe}", Tier.UNSAFE, Impact.CREATE, (edit,)),)
    said = str(value.value).lower() if isinstance(value.value, bool) else value.value
    message = f"{type_} does not take {said} for {each.argument}"
    advice = "" if fixes else f"it takes {', '.join(map(str, meant or words[:SHOWN]))}"
    at = (each.place.module, each.place.resource, value, each.argument, Severity.BLOCKER)
    yield Finding(message, *at, fixes, advice)


def _accepted(value: str | float | bool | None, each: Given) -> bool:
    words = {str(word) for word in each.shape.words}
    said = str(value)
    if each.shape.any_case or isinstance(value, bool):
        return said.lower() in {word.lower() for word in words}
    return said in words or "{{resolve:" in said


def _meant(value: str | float | bool | None, each: Given) -> list[str | int]:
    """Return what *value* may mean of what is accepted."""
    words = each.shape.words
    if each.entry.name in ROUNDED and str(value).isdecimal():
        numbers = [int(word) for word in words if str(word).isdecimal()]
        longer = [number for number in numbers if number > int(str(value))]
        return [min(longer)] if longer else []
    if isinstance(value, str | bool) and (found := [word for word in MEANT.get(value, ()) if word in words]):
        return list(found)
    return [word for word in words if isinstance(word, str) and _plain(word) == _plain(str(value))]


def _plain(word: str) -> str:
    return re.sub(r"[-_. :]", "", word).lower()
