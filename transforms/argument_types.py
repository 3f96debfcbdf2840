"""Values of a type that their argument does not take, and what they should be: one clear answer, or none.

Terraform converts numbers, booleans and strings into each other, and the classes of CDKTF convert nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from iacfix.transforms.conversions import converted, parts
from iacfix.transforms.facts.library import DEPENDENCIES, IGNORED
from iacfix.transforms.facts.terraform import Argument
from iacfix.transforms.misfits import is_document
from iacfix.transforms.model import (
    Call,
    Component,
    Entry,
    Kind,
    Literal,
    Mapping,
    Opaque,
    Origin,
    Reference,
    Sequence,
    Template,
    Value,
    dotted,
)
from iacfix.transforms.quantities import is_number, number_of
from iacfix.transforms.schema import Accepted, Body, bodies, schemas_in
from iacfix.transforms.supplies import is_string, quoted_reference

_LISTS = frozenset({"list(string)", "set(string)", "list(number)", "set(number)"})
_NO_ITEM = re.compile(r".*,|(?:aws_\w+|data|local|module|var)\.")  # several in one, or a reference in quotes
_SEVERAL = re.compile(r"[\w-]+(?:,\s*[\w-]+)+")
_PAIR = {"key", "value"}
_TRUTHS = {"enabled": True, "yes": True, "on": True, "disabled": False, "no": False, "off": False}

Schemas = dict[tuple[Kind, str, str], Accepted]


@dataclass(frozen=True, slots=True)
class Mistyped:
    """A *value* at *path* of *body* where *wanted* is the type; *new* is what it was meant to be.

    The value may stand elsewhere, and be what an expression there stands for. *newest*: the older ones of the versions
    that the module may run with want another type.
    """

    body: Body
    value: Value
    path: str
    wanted: str
    new: Value | None
    newest: bool = False


def mistyped(component: Component) -> Iterator[Mistyped]:
    """Yield the values that their arguments do not take."""
    schemas: dict[str, Schemas] = {}
    elsewhere: dict[Origin, list[tuple[Mistyped, int]]] = defaultdict(list)
    for body in bodies(component):
        for entry in body.mapping.entries if not body.accepts.open else ():
            argument, module = body.accepts.argument(entry.name), body.module
            if argument is None or entry.origin is None or (isinstance(entry.value, Mapping) and entry.value.block):
                continue
            if module.path not in schemas:
                schemas[module.path] = schemas_in(component, module)
            if component.language == "cdktf":
                for found, uses in _typed(body, entry, argument, schemas[module.path]):
                    if uses and found.value.origin is not None:
                        elsewhere[found.value.origin].append((found, uses))
                    else:
                        yield found
                for found, uses in _maps(body, entry, argument):
                    if uses and found.value.origin is not None:
                        elsewhere[found.value.origin].append((found, uses))
                    else:
                        yield found
            new = _meant(entry.value, argument, body, schemas[module.path])
            known = (
                new is None and component.paired(module, entry.value) is not None and argument.type.startswith("map")
            )
            if new is not None or (not known and _is_rejected(entry.value, argument)):
                yield Mistyped(body, entry.value, body.to(entry.name), argument.type, new)
    for group in elsewhere.values():
        if {uses for _, uses in group} == {len(group)} and len({found.wanted for found, _ in group}) == 1:
            yield group[0][0]


def _typed(body: Body, entry: Entry, argument: Argument, schemas: Schemas) -> Iterator[tuple[Mistyped, int]]:
    """Yield the values that Terraform would convert, and Python does not; how often they are used, if elsewhere."""
    newest = any(version.arguments[argument.name].type != argument.type for version in body.accepts.versions)
    for steps, value, wanted in parts(entry.value, argument.type):
        path = dotted((*body.path, entry.name, *steps))
        if value.origin is not None and (new := converted(value, wanted, schemas)) is not None:
            yield Mistyped(body, value, path, wanted, new.in_place_of(value), newest), 0
        meaning = None if newest or wanted == "any" else body.component.meaning(body.module, value)
        for constant in meaning.values if meaning is not None else ():
            for below, inner, of in parts(constant, wanted):
                new = converted(inner, of, schemas) if isinstance(inner, Literal) else None
                if meaning is not None and inner.origin is not None and new is not None:
                    found = Mistyped(body, inner, dotted((path, *below)), of, new.in_place_of(inner))
                    yield found, meaning.uses


def _maps(body: Body, entry: Entry, argument: Argument) -> Iterator[tuple[Mistyped, int]]:
    """Yield the lists of keys and values, in forms of Python's, that are given for a map; how often they are used."""
    if not argument.type.startswith("map"):
        return
    meaning = body.component.meaning(body.module, entry.value) if isinstance(entry.value, Reference) else None
    values = meaning.values if meaning is not None else (entry.value,)
    for value in values if len(values) == 1 else ():
        if isinstance(value, Sequence) and _pairs(value.items) is not None:
            new: Value | None = _pairs(value.items) if meaning is not None else None  # the others find it there
        else:
            new = body.component.paired(body.module, value)
        if new is not None and value.origin is not None:
            found = Mistyped(body, value, body.to(entry.name), argument.type, new.in_place_of(value))
            yield found, meaning.uses if meaning is not None else 0


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


def _meant(value: Value, argument: Argument, body: Body, schemas: Schemas) -> Value | None:
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
        case Opaque() | Reference(path=()) if is_document(argument):
            return Call("jsonencode", (value,)) if _is_structure(value, body) else None
        case Literal(value=str() as text) if argument.type == "bool":
            truth = _TRUTHS.get(text.lower())
            return None if truth is None else Literal(truth)
        case Literal(value=str() as text) if argument.type == "number":
            number = number_of(text, argument.name)
            return None if number is None else Literal(number)
        case _:
            return _listed(value, body, schemas) if argument.type in _LISTS else None


def _is_structure(value: Value, body: Body) -> bool:
    """Say whether *value* stands for a dictionary or a list that is written elsewhere."""
    meaning = body.component.meaning(body.module, value)
    return meaning is not None and all(isinstance(each, Mapping | Sequence) for each in meaning.values)


def _listed(value: Value, body: Body, schemas: Schemas) -> Value | None:
    """Return the list that one *value*, or several in one string, stand for."""
    module = body.module
    match value:
        case Literal(value=str() as text) if _SEVERAL.fullmatch(text):
            return Sequence(tuple(Literal(item.strip()) for item in text.split(",")))
        case Literal(value=str() as text) if text and not _NO_ITEM.match(text):
            return Sequence((value,))
        case Literal(value=str() as text):
            quoted = quoted_reference(text, module)
            return Sequence((quoted,)) if quoted is not None else None
        case Template():
            return Sequence((value,))
        case Reference(kind=Kind.INPUT, path=()):
            declared = module.target(value)
            written = declared.get("type") if declared else None
            one = written == Literal("string") or (isinstance(written, Opaque) and written.text == "string")
            return Sequence((value,)) if one else None
        case Reference(kind=Kind.LOCAL, path=()):
            local = module.target(value)
            one = local is not None and isinstance(local.value, Literal) and isinstance(local.value.value, str)
            return Sequence((value,)) if one else None
        case Reference(kind=Kind.RESOURCE | Kind.DATA) if is_string(value, module, schemas):
            return Sequence((value,))
        case _:
            return None


def _names(item: Value) -> frozenset[str]:
    """Return the keys of a dictionary, none for anything else."""
    return frozenset(item.names) if isinstance(item, Mapping) and not item.type else frozenset()


def _pairs(items: tuple[Value, ...]) -> Mapping | None:
    """Return the map that a list of one map stands for, or a list of keys, each with its value."""
    match items:
        case (Mapping(type="") as only,) if len(items) == 1 and {*map(str.lower, only.names)} != _PAIR:
            return only
        case (Mapping(type=""), *_) if not any({*map(str.lower, _names(item))} & _PAIR for item in items):
            merged = [entry for item in items if isinstance(item, Mapping) and not item.type for entry in item.entries]
            names = {entry.name for entry in merged}
            whole = all(map(_names, items)) and len(names) == len(merged) and not names & {"", "**"}
            return Mapping(tuple(merged)) if whole else None
        case _:
            pass
    entries: list[Entry] = []
    for item in items:
        if not isinstance(item, Mapping) or {*map(str.lower, item.names)} != _PAIR or len(item.entries) != len(_PAIR):
            return None
        key, value = sorted(item.entries, key=lambda entry: entry.name.lower())
        if not isinstance(key.value, Literal) or not isinstance(key.value.value, str):
            return None
        entries.append(Entry(key.value.value, value.value))
    return Mapping(tuple(entries)) if len({entry.name for entry in entries}) == len(entries) else None
