"""Attribute or method that a class of CDKTF itself does not have.

A variable's text is its ``string_value``, an override is made with ``add_override``, and the app is synthesized by
``synth``: ``password.value_as_string``, ``backend.add_overide(...)`` and ``app.synthesize()`` are AttributeErrors, so
that nothing is synthesized.

Another spelling, or other words for what one member alone can mean, get its name, which is a repair and safe. The
others are reported, with what comes near. Of the constructs of providers only the methods are looked at, those that
all of them have from CDKTF; of a class of the program's own nothing is known here.

https://developer.hashicorp.com/terraform/cdktf/api-reference/python
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from iacfix.transforms.edits import RenameAttribute
from iacfix.transforms.facts.members import MEMBERS, class_of
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.homes import whole
from iacfix.transforms.likeness import like, misspelt, of_itself, same_word, stem, words
from iacfix.transforms.model import Component
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(
    __name__,
    code="CDK010",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("cdktf",),
    neighbours={"python": "AttributeError: ... object has no attribute", "pyright": "reportAttributeAccessIssue"},
)

# What people call them who think of another library.
CALLED = {("App", "synthesize"): "synth", ("App", "synthesise"): "synth"}
# Words that say how something is got, and other words for a type.
MANNER = frozenset(map(stem, ("as", "get", "in", "to")))
TYPES = {stem(short): stem(word) for short, word in (("bool", "boolean"), ("int", "number"), ("str", "string"))}
# What each argument of a construct has a method for.
MADE = re.compile(r"(?:put|reset)_\w+")


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield what the library's classes, and objects of them, are asked for in vain."""
    for asked in component.asked():
        of = class_of(asked.of)
        if not of or asked.name in MEMBERS[of] or asked.name.startswith("_") or MADE.fullmatch(asked.name):
            continue
        module = next((module for module in component.modules if asked.origin.path in module.documents), None)
        if module is None:
            continue
        at = whole(asked.origin.path, asked.origin.span)
        found = _meant(asked.name, of)
        one = len(found) == 1
        fixes = (
            (Fix(f"call it {found[0]}", Tier.SAFE, Impact.CREATE, (RenameAttribute(asked, found[0]),)),) if one else ()
        )
        near = found or like(asked.name, MEMBERS[of])
        advice = f"perhaps {' or '.join(near)} is meant" if near else "look up how CDKTF says it"
        message = f"{asked.of} of CDKTF has no attribute {asked.name}"
        yield Finding(message, module, at, at, asked.name, Severity.BLOCKER, fixes, "" if fixes else advice)


def _meant(name: str, of: str) -> list[str]:
    """Return what *name* may mean, asked of the class *of*: those that are as likely as each other."""
    if (called := CALLED.get((of, name))) is not None:
        return [called]
    members = sorted(member for member in MEMBERS[of] if not member.startswith(("is_", "to_")))
    ways = (
        same_word(name, members),
        misspelt(name, members),
        of_itself(name, members, words(of)),
        [member for member in members if _said(member) == _said(name)],
    )
    return next((way for way in ways if way), [])


def _said(name: str) -> set[str]:
    """Return what *name* says besides that something is got, in one word for each type."""
    said = {TYPES.get(word, word) for word in words(name)} - MANNER
    return said - {"value"} or said
