"""Edits become splices."""

from __future__ import annotations

from iacfix.transforms.edits import Edit, Replace, Splice, Unsayable
from iacfix.transforms.languages.cloudformation.nodes import AnyNode, List, Map
from iacfix.transforms.languages.cloudformation.print import column, following
from iacfix.transforms.languages.cloudformation.read import Source
from iacfix.transforms.model import (
    Call,
    Conditional,
    Entry,
    Mapping,
    Origin,
    Sequence,
    Template,
    Value,
)


def printed(value: Value, source: Source, at: Origin) -> str:
    """Return *value* as it stands at *at*."""
    path = source.at(at)
    node = path[-1]
    if (node.start, node.end) != at.span:
        return _fragment(value, source, at, path)
    text = following(source, value, path)
    if source.json or not text.startswith((" ", "\r", "\n")):
        return text
    if text.startswith(" "):
        return text[1:]
    return text.lstrip("\r\n ") if _on_own_line(source.text, node) else text


def _on_own_line(text: str, node: AnyNode) -> bool:
    """Say whether nothing stands before *node* in its line."""
    return not text[node.start - column(text, node.start) : node.start].strip()


def _fragment(value: Value, source: Source, at: Origin, path: list[AnyNode]) -> str:
    """Return a part of a text with holes, as it stands in the text."""
    owner = path[-1]
    old = source.value_at(path)
    new = _substituted(old, at, value)
    text = following(source, new, path).removeprefix(" ")
    head, tail = at.span.start - owner.start, owner.end - at.span.end
    raw = source.text[owner.start : owner.end]
    if new == old or text[:head] != raw[:head] or (tail and text[-tail:] != raw[-tail:]):
        if new == old:
            return source.text[slice(*at.span)]
        raise Unsayable("this cannot be said inside the text")
    return text[head : len(text) - tail]


def _substituted(value: Value, at: Origin, new: Value) -> Value:
    """Return *value* with *new* in the place of what was read at *at*."""
    match value:
        case _ if value.origin == at:
            return new
        case Template(parts=parts):
            return _with(value, "parts", tuple(_substituted(p, at, new) for p in parts), parts)
        case Call(arguments=parts):
            return _with(value, "arguments", tuple(_substituted(p, at, new) for p in parts), parts)
        case Sequence(items=parts):
            return _with(value, "items", tuple(_substituted(p, at, new) for p in parts), parts)
        case Mapping(entries=entries):
            changed = tuple(e if (v := _substituted(e.value, at, new)) is e.value else Entry(e.key, v) for e in entries)
            same = all(a is b for a, b in zip(changed, entries, strict=True))
            return value if same else value.but(entries=changed)
        case Conditional(then=then, otherwise=otherwise):
            branches = (_substituted(then, at, new), _substituted(otherwise, at, new))
            return value if branches == (then, otherwise) else value.but(then=branches[0], otherwise=branches[1])
        case _:
            return value


def _with(value: Value, name: str, new: tuple[Value, ...], old: tuple[Value, ...]) -> Value:
    """Return *value* with other parts, or itself where none is another."""
    return value if all(a is b for a, b in zip(new, old, strict=True)) else value.but(**{name: new})


def splices(edit: Edit, source: Source) -> list[Splice]:
    """Return what *edit* means for the template's text."""
    match edit:
        case Replace(old=old, new=new):
            return [replacement(source, old, new)]
        case _:
            raise Unsayable(f"CloudFormation has no way to say {type(edit).__name__}")


def replacement(source: Source, old: Value, new: Value) -> Splice:
    """Return the splice that puts *new* where *old* stands."""
    if old.origin is None or old.origin.path != source.document.path:
        raise Unsayable("what is to be replaced was not read from this template")
    path = source.at(old.origin)
    node = path[-1]
    if (node.start, node.end) != old.origin.span or source.json:
        return Splice(source.document.path, *old.origin.span, printed(new, source, old.origin))
    text = following(source, new, path)
    start = node.start
    behind = _behind(source.text, start)
    rest = _rest(source.text, node.end)
    if text.startswith(" "):
        gap = source.text[behind:start]
        if isinstance(node, Map | List) and "\n" in gap and not gap.strip():
            start = behind
        elif source.text[start - 1] not in ":-":
            text = text[1:]
    else:
        start = behind
        if rest.strip().startswith("#"):
            text = f" {rest.strip()}{text}"
            return Splice(source.document.path, start, node.end + len(rest), text)
    return Splice(source.document.path, start, node.end, text)


def _behind(text: str, position: int) -> int:
    """Return the offset behind the last character before *position* that is no white space."""
    return len(text[:position].rstrip())


def _rest(text: str, position: int) -> str:
    """Return what follows *position* in its line."""
    end = text.find("\n", position)
    return text[position : end if end >= 0 else len(text)].rstrip("\r")
