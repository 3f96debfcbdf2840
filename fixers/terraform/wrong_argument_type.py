"""Value of a type that the argument does not take.

Terraform converts numbers, booleans and strings into each other, and lists into sets, but never a single value into a
list, nor a list of one into its item: it stops with "Inappropriate value for attribute". The brackets are put around,
or taken away. Where an argument takes a JSON document as a string, an object becomes ``jsonencode(...)`` of itself, and
words such as ``"enabled"`` for what is true or false become that. A number in words is written in figures, and loses
its unit where the name of the argument says what it counts: ``"7 days"`` of ``approve_after_days`` is ``7``.

CDKTF converts nothing: ``deregistration_delay=30`` is a TypeError, and becomes ``"30"``, ``"256"`` of a number becomes
``256``, ``True`` for what Terraform has as a string ``"true"``, and the port of a database ``Fn.tostring(db.port)``.

Values that cannot be told from the source (variables, most expressions) are left alone, and so is what Terraform
converts.

https://developer.hashicorp.com/terraform/language/expressions/types
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from iacfix.transforms.conversions import converted, parts
from iacfix.transforms.edits import Replace
from iacfix.transforms.facts.library import DEPENDENCIES, IGNORED
from iacfix.transforms.facts.terraform import Argument
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.misfits import is_document
from iacfix.transforms.model import (
    Call,
    Component,
    Entry,
    Kind,
    Literal,
    Mapping,
    Module,
    Opaque,
    Reference,
    Sequence,
    Template,
    Value,
    dotted,
)
from iacfix.transforms.quantities import is_number, number_of
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.schema import Accepted, Body, bodies, schemas_in
from iacfix.transforms.supplies import is_string, quoted_reference

fixer = Fixer(
    __name__,
    code="TF026",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("hcl", "cdktf"),
    neighbours={"terraform": "Incorrect attribute value type"},
)

LISTS = frozenset({"list(string)", "set(string)", "list(number)", "set(number)"})
NO_ITEM = re.compile(r".*,|(?:aws_\w+|data|local|module|var)\.")  # several in one, or a reference in quotes
PAIR = {"key", "value"}
SEVERAL = re.compile(r"[\w-]+(?:,\s*[\w-]+)+")
TRUTHS = {"enabled": True, "yes": True, "on": True, "disabled": False, "no": False, "off": False}

Schemas = dict[tuple[Kind, str, str], Accepted]


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the values that Terraform will not convert."""
    schemas: dict[str, Schemas] = {}
    for body in bodies(component):
        for entry in body.mapping.entries if not body.accepts.open else ():
            argument, module = body.accepts.argument(entry.name), body.module
            if argument is None or entry.origin is None or (isinstance(entry.value, Mapping) and entry.value.block):
                continue
            if module.path not in schemas:
                schemas[module.path] = schemas_in(component, module)
            if component.language == "cdktf":
                yield from _typed(body, entry, argument, schemas[module.path])
            new = _converted(entry.value, argument, module, schemas[module.path])
            if new is None and not _is_rejected(entry.value, argument):
                continue
            fixes: tuple[Fix, ...] = ()
            if new is not None:
                fixes = (
                    Fix(f"make it {_said(argument.type)}", Tier.SAFE, Impact.CREATE, (Replace(entry.value, new),)),
                )
            message = f"{body.to(entry.name)} of {body.owner} takes {_said(argument.type)}"
            advice = "" if fixes else f"give it {_said(argument.type)}"
            place = (module, body.resource, entry.value, body.to(entry.name))
            yield Finding(message, *place, Severity.BLOCKER, fixes, advice)


def _typed(body: Body, entry: Entry, argument: Argument, schemas: Schemas) -> Iterator[Finding]:
    """Yield the values that Terraform would convert, and Python does not."""
    if any(version.arguments[argument.name].type != argument.type for version in body.accepts.versions):
        return
    for steps, value, wanted in parts(entry.value, argument.type):
        if value.origin is not None and (new := converted(value, wanted, schemas)) is not None:
            path = dotted((*body.path, entry.name, *steps))
            fix = Fix(f"make it {_said(wanted)}", Tier.SAFE, Impact.CREATE, (Replace(value, new.in_place_of(value)),))
            message = f"{path} of {body.owner} takes {_said(wanted)}"
            yield Finding(message, body.module, body.resource, value, path, Severity.BLOCKER, (fix,))


def _said(type_: str) -> str:
    outer, _, inner = type_.partition("(")
    words = {"list": "a list of", "set": "a list of", "map": "a map of", "bool": "true or false"}
    if not inner:
        return words.get(outer, f"a {outer}")
    return f"{words.get(outer, f'a {outer} of')} {inner.rstrip(')')}s"


def _is_rejected(value: Value, argument: Argument) -> bool:
    """Say whether *value* can be told to be of a type that Terraform does not convert into that of *argument*."""
    outer = argument.type.partition("(")[0]
    if outer == "number" and isinstance(value, Literal) and isinstance(value.value, str):
        return not is_number(value.value)
    if outer in {"string", "number", "bool"}:
        return isinstance(value, Sequence | Mapping)
    if outer in {"list", "set"}:
        return isinstance(value, Mapping)
    return outer == "map" and isinstance(value, Sequence)


def _converted(value: Value, argument: Argument, module: Module, schemas: Schemas) -> Value | None:
    """Return what *value* was meant to be, or None where it is right, cannot be told, or has no one answer."""
    match value:
        case Sequence(items=(only,)) if argument.type == "string" and not isinstance(only, Sequence | Mapping):
            return only
        case Sequence(items=items) if argument.type.startswith("map") and (pairs := _pairs(items)):
            return pairs
        case Reference(kind=Kind.RESOURCE | Kind.DATA, path=()) if argument.type == DEPENDENCIES:
            return Sequence((value,))
        case Literal(value=str() as text) if argument.type == IGNORED and text != "all":
            return Sequence((value,))
        case Sequence() | Mapping() if is_document(argument):
            return Call("jsonencode", (value,))
        case Literal(value=str() as text) if argument.type == "bool":
            truth = TRUTHS.get(text.lower())
            return None if truth is None else Literal(truth)
        case Literal(value=str() as text) if argument.type == "number":
            number = number_of(text, argument.name)
            return None if number is None else Literal(number)
        case Literal(value=str() as text) if argument.type in LISTS and SEVERAL.fullmatch(text):
            return Sequence(tuple(Literal(item.strip()) for item in text.split(",")))
        case Literal(value=str() as text) if argument.type in LISTS and text and not NO_ITEM.match(text):
            return Sequence((value,))
        case Literal(value=int()) if argument.type in {"list(number)", "set(number)"}:
            return Sequence((value,))
        case Template() if argument.type in LISTS:
            return Sequence((value,))
        case Literal(value=str() as text) if argument.type in LISTS and (quoted := quoted_reference(text, module)):
            return Sequence((quoted,))
        case Reference(kind=Kind.INPUT, path=()) if argument.type in LISTS:
            declared = module.target(value)
            written = declared.get("type") if declared else None
            one = written == Literal("string") or (isinstance(written, Opaque) and written.text == "string")
            return Sequence((value,)) if one else None
        case Reference(kind=Kind.LOCAL, path=()) if argument.type in LISTS:
            local = module.target(value)
            one = local is not None and isinstance(local.value, Literal) and isinstance(local.value.value, str)
            return Sequence((value,)) if one else None
        case Reference(kind=Kind.RESOURCE | Kind.DATA) if argument.type in LISTS and is_string(value, module, schemas):
            return Sequence((value,))
        case _:
            return None


def _pairs(items: tuple[Value, ...]) -> Mapping | None:
    """Return the map that a list of one map stands for, or a list of keys, each with its value."""
    match items:
        case (Mapping(type="") as only,) if len(items) == 1 and {*map(str.lower, only.names)} != PAIR:
            return only
        case _:
            pass
    entries: list[Entry] = []
    for item in items:
        if not isinstance(item, Mapping) or {*map(str.lower, item.names)} != PAIR or len(item.entries) != len(PAIR):
            return None
        key, value = sorted(item.entries, key=lambda entry: entry.name.lower())
        if not isinstance(key.value, Literal) or not isinstance(key.value.value, str):
            return None
        entries.append(Entry(key.value.value, value.value))
    return Mapping(tuple(entries)) if len({entry.name for entry in entries}) == len(entries) else None
