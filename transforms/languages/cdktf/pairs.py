"""Lists of keys, each with its value, which Python has in many forms: what map they say."""

from __future__ import annotations

from collections.abc import Callable

import libcst as cst

from iacfix.transforms.languages.cdktf.scopes import File
from iacfix.transforms.model import Entry, Mapping, Opaque, Value

_WORDS = ("key", "value")


def paired(file: File, node: cst.BaseExpression, read: Callable[[cst.BaseExpression], Value]) -> Value | None:
    """Return the map that the list *node* says: of dictionaries, objects or tuples, or made by one of them."""
    if isinstance(node, cst.ListComp):
        pair = _pair(node.elt)
        return Opaque(_comprehension(file, node, *pair)) if pair is not None else None
    if not isinstance(node, cst.List):
        return None
    entries: list[Entry] = []
    for element in node.elements:
        pair = _pair(element.value) if isinstance(element, cst.Element) else None
        if pair is None or not isinstance(pair[0], cst.SimpleString):
            return None
        entries.append(Entry(str(pair[0].evaluated_value), read(pair[1])))
    names = {entry.name for entry in entries}
    return Mapping(tuple(entries)) if entries and len(names) == len(entries) else None


def _comprehension(file: File, node: cst.ListComp, key: cst.BaseExpression, value: cst.BaseExpression) -> str:
    """Return the dictionary that has what *node* lists; one that is listed as it is is that dictionary."""
    source = file.source
    match node.for_in:
        case cst.CompFor(
            target=cst.Tuple(
                elements=[cst.Element(value=cst.Name(value=first)), cst.Element(value=cst.Name(value=second))]
            ),
            iter=cst.Call(
                func=cst.Attribute(
                    value=cst.Name() | cst.Attribute() | cst.Dict() as whole, attr=cst.Name(value="items")
                ),
                args=[],
            ),
            ifs=[],
            inner_for_in=None,
        ) if isinstance(key, cst.Name) and isinstance(value, cst.Name) and (first, second) == (key.value, value.value):
            return source.text(whole)
        case _:
            loop = source.document.text[source.outer(node.elt).end : source.inner(node.rbracket).start]
            return f"{{{source.text(key)}: {source.text(value)}{loop}}}"


def _pair(node: cst.BaseExpression) -> tuple[cst.BaseExpression, cst.BaseExpression] | None:
    """Return the key and the value that *node* has."""
    found: list[tuple[str, cst.BaseExpression]] = []
    match node:
        case cst.Tuple(elements=[cst.Element(value=key), cst.Element(value=value)]):
            return key, value
        case cst.Dict(elements=elements):
            for element in elements:
                if not isinstance(element, cst.DictElement) or not isinstance(element.key, cst.SimpleString):
                    return None
                found.append((str(element.key.raw_value).lower(), element.value))
        case cst.Call(args=arguments):
            if any(argument.keyword is None for argument in arguments):
                return None
            found = [(a.keyword.value.lower(), a.value) for a in arguments if a.keyword is not None]
        case _:
            return None
    by_name = dict(found)
    return (by_name["key"], by_name["value"]) if len(found) == len(_WORDS) and set(by_name) == set(_WORDS) else None
