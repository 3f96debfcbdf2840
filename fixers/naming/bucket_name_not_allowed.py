"""Name of a bucket with characters that S3 does not allow.

Names of buckets are lower case: letters, digits, hyphens and dots. ``MyApp-data`` and ``my_data`` are rejected when the
bucket is made, and so is ``${Environment}-data`` where the environment is called ``Production``.

Capitals that are written out become small letters, and underscores hyphens, wherever the template or module writes the
name. That is safe where the name stands in one place: no bucket can be made with it since 2018. Where other strings
have the same words in them, they change together, with ``--unsafe``. Capitals that come out of an input are reported:
its value may be used for other things as well; so is a reference in quotes (``"local.name"``). What holds the place of
a name (``REPLACE_ME``, ``YOUR_BUCKET``) is left alone.

https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from iacfix.transforms.edits import Edit, Replace
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind, Literal, Module, Reference, Resource, Template, Value
from iacfix.transforms.registry import Fixer
from iacfix.transforms.resolve import constants

fixer = Fixer(
    __name__,
    code="NAM003",
    since="0.1.0",
    tiers=(Tier.SAFE, Tier.UNSAFE),
    neighbours={"cfn-lint": "W1031, E3031"},
)

FORBIDDEN = re.compile(r"[A-Z_]")
# What may stand in a name as it is written, so that nothing else is taken for one.
PLAIN = re.compile(r"[A-Za-z0-9._-]*")
# What somebody is to put a name in for.
HOLDS_A_PLACE = re.compile(
    r"[A-Z0-9]+(?:_[A-Z0-9]+)+|(?:.*[-_.])?(?i:replace|change|your|insert|enter|fill|todo|x{3,})(?:[-_.].*)?"
)
REFERENCE = re.compile(r"(?:var|local|data|module|each|aws_\w+)\.\w")  # in quotes by mistake
SHORTEST = 4  # characters that tell one name from other words


@fixer.on("aws_s3_bucket")
def check(resource: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield the names that no bucket can have."""
    value = resource.get("bucket")
    if value is None or value.origin is None or resource.kind is not Kind.RESOURCE:
        return
    parts = value.parts if isinstance(value, Template) else (value,)
    if any(isinstance(part, Literal) and HOLDS_A_PLACE.fullmatch(str(part.value)) for part in parts):
        return
    wrong = [part.value for part in parts if isinstance(part, Literal) and _is_wrong(part.value)]
    if wrong:
        message = f"no bucket can be called {_spelled(parts)}"
        quoted = REFERENCE.match(str(wrong[0])) is not None
        fix = None if quoted else _fix(value, module, [str(text) for text in wrong])
        advice = "" if fix else "write it in small letters, with hyphens, wherever it stands"
        advice = f"take the quotes away where {wrong[0]} itself is meant" if quoted else advice
        yield Finding(message, module, resource, value, "bucket", Severity.BLOCKER, (fix,) if fix else (), advice)
        return
    for part in parts:
        if isinstance(part, Reference) and part.kind in {Kind.INPUT, Kind.LOCAL}:
            known = constants(component, module, part)
            given = sorted(text for text in known or () if _is_wrong(text) and not HOLDS_A_PLACE.fullmatch(text))
            if known and len(given) == len(known):
                message = f"no bucket can be called {_spelled(parts)} where {part.name} is {given[0]}"
                advice = f"give {part.name} in small letters, or another value to the name"
                yield Finding(message, module, resource, value, "bucket", Severity.BLOCKER, advice=advice)
                return


def _is_wrong(text: object) -> bool:
    return isinstance(text, str) and PLAIN.fullmatch(text) is not None and FORBIDDEN.search(text) is not None


def _spelled(parts: tuple[Value, ...]) -> str:
    return "".join(str(part.value) if isinstance(part, Literal) else "*" for part in parts)


def _right(text: str) -> str:
    return text.lower().replace("_", "-")


def _fix(value: Value, module: Module, wrong: list[str]) -> Fix | None:
    """Return what corrects the name, and all strings that have the wrong words of it."""
    edits: list[Edit] = [Replace(value, _corrected(value, wrong))]
    words = [text.strip("-.") for text in wrong]
    others = [each for each in _strings(module) if each is not value and any(w in _text(each) for w in words)]
    if others:
        if min(map(len, words)) < SHORTEST:
            return None
        edits += [Replace(each, _corrected(each, words)) for each in others]
        return Fix("write the name in small letters, wherever it stands", Tier.UNSAFE, Impact.CREATE, tuple(edits))
    return Fix("write it in small letters", Tier.SAFE, Impact.CREATE, tuple(edits))


def _strings(module: Module) -> Iterator[Value]:
    """Yield the strings of *module*, those with holes as a whole."""
    for resource in module.of(Kind.RESOURCE, Kind.DATA, Kind.OUTPUT, Kind.LOCAL):
        inside: set[int] = set()
        for _, value in resource.walk():
            if isinstance(value, Template):
                inside |= {id(part) for part in value.parts}
                yield value
            elif isinstance(value, Literal) and isinstance(value.value, str) and id(value) not in inside:
                yield value


def _text(value: Value) -> str:
    parts = value.parts if isinstance(value, Template) else (value,)
    return "\0".join(str(part.value) for part in parts if isinstance(part, Literal))


def _corrected(value: Value, wrong: list[str]) -> Value:
    """Return *value* with the *wrong* words in it corrected."""

    def corrected(part: Value) -> Value:
        if not isinstance(part, Literal) or not isinstance(part.value, str):
            return part
        text = part.value
        for word in wrong:
            text = text.replace(word, _right(word))
        return part if text == part.value else part.but(value=text)

    if isinstance(value, Template):
        return value.but(parts=tuple(map(corrected, value.parts)))
    return corrected(value)
