"""What says the same as a value of a template, in the type that its property wants."""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Edit, InsertItem, Replace
from iacfix.transforms.facts.cloudformation import Shape
from iacfix.transforms.facts.twins import snake
from iacfix.transforms.model import Entry, Literal, Mapping, Module, Reference, Sequence, Template, Value
from iacfix.transforms.properties import SCALARS, Given, fits
from iacfix.transforms.quantities import number_of

TRUTHS = {
    **dict.fromkeys(("yes", "on", "enabled", "enable", "active"), True),
    **dict.fromkeys(("no", "off", "disabled", "disable"), False),
}
# Where the service's API takes a list, and CloudFormation an object of its own for each: by type, the property.
ONE_FOR_EACH = {("AWS::S3::Bucket", "Event")}
PAIR = ("Key", "Value")
# What the name and the value of one setting of a list are called.
PAIRS = (PAIR, ("Name", "Value"), ("ParameterName", "ParameterValue"), ("ParameterKey", "ParameterValue"))


def reshaped(value: Value, name: str, shape: Shape, module: Module) -> Value | None:
    """Return what says *value* in the one way that *shape*, of the property *name*, takes it."""
    return _right(value, shape, module) or _said(value, name, shape)


def one_for_each(each: Given) -> tuple[Edit, ...]:
    """Return what makes of the object that a list is given in one object for each of its items; nothing elsewhere."""
    place, listed = each.place, each.value
    path = place.plain(each.entry.name).split(".")
    if (place.type.name, each.entry.name) not in ONE_FOR_EACH or place.outer is None or len(path) < 2:
        return ()
    around = place.outer.mapping.get(path[-2])
    if not isinstance(listed, Sequence) or len(listed.items) < 2 or not isinstance(around, Sequence):
        return ()
    index = next((i for i, item in enumerate(around.items) if item is place.mapping), None)
    if index is None or not all(fits(item, each.shape, place.module) for item in listed.items):
        return ()
    first, *others = listed.items
    edits: list[Edit] = [Replace(listed, first)]
    for number, item in enumerate(others, 1):
        entries = [Entry(e.name, (item if e is each.entry else e.value).detached()) for e in place.mapping.entries]
        edits.append(InsertItem(around, index + number, Mapping(tuple(entries))))
    return tuple(edits)


def _right(value: Value, shape: Shape, module: Module) -> Value | None:
    if shape.types == frozenset("a") and (inner := shape.items) is not None:
        return _listed(value, inner, module)
    match value:
        case Sequence(items=items) if _is_map(shape) and items:
            pairs = [_pair(item) for item in items]
            entries = tuple(pair for pair in pairs if pair is not None)
            return Mapping(entries) if len(entries) == len(items) == len({e.name for e in entries}) else None
        case Sequence(items=(only,)) if fits(only, shape, module) and _inside(only, shape):
            return only
        case Literal() if shape.types == frozenset("o") and (name := _switch(value, shape)):
            return Mapping((Entry(name, value),))
        case Literal(value=str() as word) if shape.types == frozenset("b") and word.lower() in TRUTHS:
            return Literal(TRUTHS[word.lower()])
        case Mapping(entries=(Entry(value=only) as entry,)) if entry.name == "Enabled" and shape.types == frozenset(
            "b"
        ):
            return only if fits(only, shape, module) else None
        case _:
            return None


def _said(value: Value, name: str, shape: Shape) -> Value | None:
    """Return the number or the truth that a text says for the property *name*: ``60GB``, ``not-fifo``."""
    if not isinstance(value, Literal) or not isinstance(value.value, str):
        return None
    if shape.types and shape.types <= frozenset("in"):
        number = number_of(value.value, snake(name))
        return None if number is None or (isinstance(number, float) and "n" not in shape.types) else Literal(number)
    head, _, rest = value.value.lower().partition("-")
    if shape.types == frozenset("b") and head in {"no", "non", "not"} and rest in snake(name).split("_"):
        return Literal(False)
    return None


def _listed(value: Value, items: Shape, module: Module) -> Value | None:
    """Return a list of what *value* is, or of what stands in it."""
    if isinstance(value, Mapping):
        if (names := _pair_of(items)) and not {name.lower() for name in value.names} & {n.lower() for n in items.names}:
            told = items.property(names[1])
            if not value.entries or not all(entry.name and fits(entry.value, told, module) for entry in value.entries):
                return None
            pairs = [(Entry(names[0], Literal(e.name)), Entry(names[1], e.value)) for e in value.entries]
            return Sequence(tuple(Mapping(pair) for pair in pairs))
        return Sequence((value,)) if _inside(value, items) and value.entries else None
    if isinstance(value, Literal | Reference | Template) and items.types & SCALARS and fits(value, items, module):
        text = "".join(str(part.value) for part in _texts(value))
        return None if "," in text else Sequence((value,))
    return None


def _texts(value: Value) -> Iterator[Literal]:
    parts = value.parts if isinstance(value, Template) else (value,)
    yield from (part for part in parts if isinstance(part, Literal))


def _is_map(shape: Shape) -> bool:
    """Say whether *shape* takes an object of any names and plain values, and no list."""
    return "o" in shape.types and not {"o", "v"} & set(shape.said) and shape.types <= frozenset("os")


def _pair_of(items: Shape) -> tuple[str, str] | None:
    """Return what *items* call the name and the value of a setting, where they want no more than these."""
    if items.types != frozenset("o"):
        return None
    found = [pair for pair in PAIRS if set(items.required) <= set(pair) <= set(items.names)]
    return found[0] if len(found) == 1 else None


def _inside(value: Value, shape: Shape) -> bool:
    """Say whether all that an object holds has a name in *shape*."""
    if not isinstance(value, Mapping):
        return True
    return "o" in shape.types and (shape.open or value.names <= set(shape.names)) and "" not in value.names


def _pair(item: Value) -> Entry | None:
    """Return what a tag is in a map."""
    match item:
        case Mapping() if item.names == frozenset(PAIR):
            key, value = item.get(PAIR[0]), item.get(PAIR[1])
            return (
                Entry(key.value, value) if isinstance(key, Literal) and isinstance(key.value, str) and value else None
            )
        case _:
            return None


def _switch(value: Literal, shape: Shape) -> str:
    """Return the one property of an object that *value*, a word, a number or a truth, is for."""
    if isinstance(value.value, str | int | float) and not isinstance(value.value, bool):
        wanted = frozenset("s") if isinstance(value.value, str) else frozenset("in")
        takers = [name for name in shape.names if (inner := shape.property(name)) and inner.types & wanted]
        only = len(takers) == 1 and not set(shape.required) - set(takers)
        if only and (len(shape.names) == 1 or not isinstance(value.value, str)):
            inner = shape.property(takers[0])
            return takers[0] if inner is not None and (not inner.words or value.value in inner.words) else ""
    found: list[str] = []
    for name in shape.names:
        inner = shape.property(name)
        if inner is None or set(shape.required) - {name}:
            continue
        if isinstance(value.value, str) and value.value in inner.words:
            found.append(name)
        if isinstance(value.value, bool) and name == "Enabled" and inner.types == frozenset("b"):
            found.append(name)
    return found[0] if len(found) == 1 else ""
