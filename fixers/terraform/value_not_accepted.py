"""Word that the provider does not take for an argument.

Many arguments take a word out of a few, and in one spelling: ``"enabled"`` is not ``"Enabled"``, nor is
``"pay_per_request"`` ``"PAY_PER_REQUEST"``. The provider rejects the others before anything is planned; CDKTF hands
them on. A word that differs from an accepted one only in case and hyphens, or that is on a list of words with one clear
meaning, gets its spelling. Retention periods, and the intervals of flow logs, that are between two accepted ones become
the longer one.

Other words are reported only where all that the provider takes is known, that is for version 5, with what it takes.

https://developer.hashicorp.com/terraform/plugin/framework/validation
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from iacfix.transforms.edits import Replace
from iacfix.transforms.facts.accepted import CONFUSED, NUMBERS, accepted
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Conditional, Kind, Literal, Sequence, Value
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.schema import Body, bodies

fixer = Fixer(
    __name__,
    code="TF027",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("hcl", "cdktf"),
    neighbours={"terraform": "expected ... to be one of", "tflint": "aws_*_invalid_*"},
)

# What is true or false in other words.
TRUTHS = {"true": ("enable", "enabled", "on", "yes"), "false": ("disable", "disabled", "off", "no")}


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the constants that no version of the provider takes."""
    for body in bodies(component):
        if body.resource.kind is Kind.RESOURCE and body.resource.type.startswith("aws_"):
            for entry in body.mapping.entries:
                for value in _constants(entry.value):
                    yield from _finding(body, entry.name, value)


def _constants(value: Value) -> Iterator[Literal]:
    """Yield the constants that an argument is set to."""
    match value:
        case Literal():
            yield value
        case Sequence(items=items):
            for item in items:
                yield from _constants(item)
        case Conditional(then=then, otherwise=otherwise):
            yield from _constants(then)
            yield from _constants(otherwise)
        case _:
            pass


def _finding(body: Body, name: str, value: Literal) -> Iterator[Finding]:
    path = body.to(name)
    words = accepted().get(f"{body.resource.type}.{path}", ())
    meant: list[str | int]
    match value.value:
        case str() as given if given and given not in words and (words or given in _confused(body, path)):
            meant = _meant(body, path, given, words)
        case bool() | None:
            return
        case int() as given if (numbers := NUMBERS.get(f"{body.resource.type}.{path}")) and given not in numbers:
            longer = min((number for number in numbers if number > given), default=max(numbers))
            meant, words = list[str | int]((longer,)), tuple(map(str, numbers))
        case _:
            return
    if not meant and body.accepts.majors != (5,):
        return
    fixes = tuple(
        Fix(f"write {one}", Tier.SAFE, Impact.CREATE, (Replace(value, Literal(one).in_place_of(value)),))
        for one in (meant if len(meant) == 1 else ())
    )
    message = f"{body.resource.type} does not take {given} for {path}"
    advice = "" if fixes else f"it takes {', '.join(words[:12])}"
    yield Finding(message, body.module, body.resource, value, path, Severity.BLOCKER, fixes, advice)


def _confused(body: Body, path: str) -> dict[str, str]:
    return CONFUSED.get(body.resource.type, {}).get(path, {})


def _meant(body: Body, path: str, given: str, words: tuple[str, ...]) -> list[str | int]:
    """Return the words that *given* may mean."""
    if (word := _confused(body, path).get(given)) is not None:
        return [word]
    same: list[str | int] = [word for word in words if _plain(word) == _plain(given)]
    return same or [word for word in words if _plain(word) in TRUTHS.get(given, ())]


def _plain(word: str) -> str:
    return re.sub(r"[-_. ]", "", word).lower()
