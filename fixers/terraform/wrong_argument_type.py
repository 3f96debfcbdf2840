"""Value of a type that the argument does not take.

Terraform converts numbers, booleans and strings into each other, and lists into sets, but never a single value into a
list, nor a list of one into its item: it stops with "Inappropriate value for attribute". The brackets are put around,
or taken away. Where an argument takes a JSON document as a string, an object becomes ``jsonencode(...)`` of itself, and
words such as ``"enabled"`` for what is true or false become that. A number in words is written in figures, and loses
its unit where the name of the argument says what it counts: ``"7 days"`` of ``approve_after_days`` is ``7``.

CDKTF converts nothing: ``deregistration_delay=30`` is a TypeError, and becomes ``"30"``, ``"256"`` of a number becomes
``256``, ``True`` for what Terraform has as a string ``"true"``, and the port of a database ``Fn.tostring(db.port)``.

So is a constant that stands elsewhere, in a dictionary that a loop goes over or behind a name, where all that takes it
wants the same type. Where the versions of the provider differ that a program may run with, the newest counts, with
``--fresh``: that is what is installed where nothing is pinned.

Values that cannot be told from the source (variables, most expressions) are left alone, and so is what Terraform
converts.

https://developer.hashicorp.com/terraform/language/expressions/types
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.argument_types import Mistyped, mistyped
from iacfix.transforms.edits import Replace
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(
    __name__,
    code="TF026",
    since="0.1.0",
    tiers=(Tier.SAFE, Tier.FRESH),
    languages=("hcl", "cdktf"),
    neighbours={"terraform": "Incorrect attribute value type", "python": "TypeError: type of argument ... must be"},
)

WORDS = {"list": "a list of", "set": "a list of", "map": "a map of", "bool": "true or false"}


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the values that Terraform, or Python, will not convert."""
    for found in mistyped(component):
        wanted = _said(found.wanted)
        since = f" since version {found.body.accepts.majors[-1]} of the provider" if found.newest else ""
        message = f"{found.path} of {found.body.owner} takes {wanted}{since}"
        fixes = () if found.new is None else (_fix(found, wanted),)
        advice = "" if fixes else f"give it {wanted}"
        place = (found.body.module, found.body.resource, found.value, found.path)
        yield Finding(message, *place, Severity.RISK if found.newest else Severity.BLOCKER, fixes, advice)


def _fix(found: Mistyped, wanted: str) -> Fix:
    edits = () if found.new is None else (Replace(found.value, found.new),)
    return Fix(f"make it {wanted}", Tier.FRESH if found.newest else Tier.SAFE, Impact.CREATE, edits)


def _said(type_: str) -> str:
    outer, _, inner = type_.partition("(")
    if not inner:
        return WORDS.get(outer, f"a {outer}")
    return f"{WORDS.get(outer, f'a {outer} of')} {inner.rstrip(')')}s"
