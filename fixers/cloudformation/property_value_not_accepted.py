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

import re
from collections.abc import Iterator

from iacfix.transforms.durations import as_long
from iacfix.transforms.edits import Replace
from iacfix.transforms.facts.cloudformation import engines
from iacfix.transforms.facts.twins import snake
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.likeness import around, longer, of_itself, same_word
from iacfix.transforms.likeness import words as parts
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
    "aws:kms": ("KMS", "SSE_KMS", "SSE-KMS"),
    "PARTITION": ("HASH",),
    "Partition": ("HASH",),
    "SORT": ("RANGE",),
    "Sort": ("RANGE",),
    "postgresql": ("postgres",),
    "PostgreSQL": ("postgres",),
}
# What may be meant, and what it would change.
UNSAFE = {("AWS::SSM::Parameter", "Type", "SecureString"): "String"}
ROUNDED = {"RetentionInDays"}
# What fixers of their own are about.
OTHERWISE = {("AWS::CloudTrail::Trail", "EventSelectors.DataResources.Type")}
# Lists that grow: what they do not have may be new.
GROWING = re.compile(r"(?:Runtimes?|.*Types?|.*Class|.*Version|.*Region|Engine|Family|.*Country.*|Identifier)$")
ENGINE = "Engine"
SHOWN = 12
# What the schema gives as a pattern: what is accepted (template reference, November 2026).
ACCEPTED: dict[tuple[str, str], tuple[str, ...]] = {
    ("AWS::CloudFront::OriginAccessControl", "OriginAccessControlConfig.OriginAccessControlOriginType"): (
        *("lambda", "mediapackagev2", "mediastore", "s3"),
    ),
    ("AWS::DynamoDB::Table", "KeySchema.KeyType"): ("HASH", "RANGE"),
}
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


def _words(each: Given) -> tuple[str | int | float | bool, ...]:
    """Return what is accepted, where that is known."""
    type_ = each.place.type.name
    if each.entry.name == ENGINE and not each.place.path:
        return tuple(engines(type_))
    return each.shape.words or ACCEPTED.get((type_, each.place.plain(each.entry.name)), ())


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
    words, type_ = _words(each), each.place.type.name
    if not words or _accepted(value.value, each):
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
    words = {str(word) for word in _words(each)}
    said = str(value)
    if each.shape.any_case or isinstance(value, bool) or each.entry.name == ENGINE:
        return said.lower() in {word.lower() for word in words}
    return said in words or "{{resolve:" in said


def _meant(value: str | float | bool | None, each: Given) -> list[str | int]:
    """Return what *value* may mean of what is accepted."""
    words = _words(each)
    if each.entry.name in ROUNDED and str(value).isdecimal():
        numbers = [int(word) for word in words if str(word).isdecimal()]
        higher = [number for number in numbers if number > int(str(value))]
        return [min(higher)] if higher else []
    if isinstance(value, str | bool) and (found := [word for word in MEANT.get(value, ()) if word in words]):
        return list(found)
    texts = [word for word in words if isinstance(word, str)]
    plain = [word for word in texts if _plain(word) == _plain(str(value))]
    if plain or not isinstance(value, str) or GROWING.fullmatch(each.entry.name):
        return list(plain)
    said, own = _spaced(value), {_spaced(word): word for word in texts}
    context = set(parts(snake(each.entry.name)))
    near = [*same_word(said, own), *around(said, own), *longer(said, own), *of_itself(said, own, context)]
    return [own[word] for word in dict.fromkeys(near)] or list(as_long(value, texts))


def _spaced(word: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", word.lower()).strip("_")


def _plain(word: str) -> str:
    return re.sub(r"[-_. :]", "", word).lower()
