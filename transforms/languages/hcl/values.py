"""From a syntax tree to values.

What has no counterpart in the model, and what Terraform would read otherwise than the tree says, is `Opaque`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from tree_sitter import Node

from iacfix.transforms.languages.hcl.strings import flush_width, flushed, unmarked, unquoted
from iacfix.transforms.languages.hcl.syntax import Fragment, body_items, child, header, significant
from iacfix.transforms.model import (
    Call,
    Conditional,
    Dynamic,
    Entry,
    Index,
    Kind,
    Literal,
    Mapping,
    Opaque,
    Origin,
    Reference,
    Sequence,
    Span,
    Step,
    Template,
    Value,
)

_BUILTINS = frozenset({"count", "each", "path", "self", "terraform"})
# Names that begin a traversal and are not a resource's type.
_OTHERS = frozenset({"action", "ephemeral", "provider", "run", "template"})
_TRAVERSAL = frozenset({"get_attr", "index", "splat"})
_LONGEST_NUMBER = 300


# Names that mean something else here than a resource's type: iterators of dynamic blocks and for-expressions.
Names: TypeAlias = frozenset[str]
NONE: Names = frozenset()


# --------------------------------------------------------------------------------------------------------------------
# Expressions


def expression(f: Fragment, node: Node, bound: Names = NONE) -> Value:
    """Read an ``expression`` node."""
    origin = f.origin(node)
    value = _plainly(f.data[node.start_byte : node.end_byte].decode(), origin, bound)
    return value if value is not None else _terms(f, significant(node), origin, bound)


# What most expressions are, and their text alone tells: a string without escapes, holes and directives; a number or a
# word of the language; a traversal by names.
_PLAIN = re.compile(
    r"""(?:"(?P<string>[^"\\\n$%]*)"|(?P<number>0|[1-9][0-9]{0,17})|(?P<word>true|false|null)"""
    r"""|(?P<names>[a-z_][a-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_-]*)+))\Z"""
)
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None}


def _plainly(raw: str, origin: Origin, bound: Names) -> Value | None:
    """Read what needs no tree, or return None."""
    match = _PLAIN.match(raw)
    if match is None:
        return None
    if match.lastgroup == "names":
        root, *steps = raw.split(".")
        return _traversal(root, tuple(steps), origin, bound)
    if match.lastgroup == "string":
        return Literal(match["string"], origin=origin)
    return Literal(int(raw) if match.lastgroup == "number" else _WORDS[raw], origin=origin)


def _terms(f: Fragment, parts: list[Node], origin: Origin, bound: Names) -> Value:
    """Read an operand: its head, and the steps of a traversal behind it."""
    if parts and parts[0].type == "(":
        inner = expression(f, parts[1], bound) if len(parts) == 3 else None
        if inner is None or isinstance(inner, Opaque):
            return opaque(f, origin, parts, bound)
        return replace(inner, origin=origin)
    if len(parts) == 1:
        return _single(f, parts[0], origin, bound)
    if parts and parts[0].type == "variable_expr":
        reference = _reference(f, parts, origin, bound)
        if reference is not None:
            return reference
    return opaque(f, origin, parts, bound)


def _single(f: Fragment, node: Node, origin: Origin, bound: Names) -> Value:
    """Read an operand that is one node."""
    value: Value | None = None
    match node.type:
        case "literal_value":
            value = _literal(f, node, origin, bound)
        case "template_expr" | "quoted_template" | "heredoc_template" | "string_lit":
            value = _template(f, node, origin, bound)
        case "collection_value":
            value = _collection(f, node, origin, bound)
        case "function_call":
            value = _call(f, node, origin, bound)
        case "conditional":
            value = _conditional(f, node, origin, bound)
        case "operation":
            value = _operation(f, node, origin, bound)
        case _:
            pass
    return value if value is not None else opaque(f, origin, [node], bound)


def _conditional(f: Fragment, node: Node, origin: Origin, bound: Names) -> Conditional:
    """Read a conditional; ``a ? b : c ? d : e`` is ``a ? b : (c ? d : e)``, though the tree says otherwise."""
    branches: list[tuple[Node, Node]] = []
    while True:
        test, then, otherwise = (c for c in node.named_children if c.type == "expression")
        branches.append((then, otherwise))
        inner = significant(test)
        if len(inner) != 1 or inner[0].type != "conditional":
            break
        node = inner[0]
    value = expression(f, branches[0][1], bound)
    end = f.end(branches[0][1])
    for position, (then, _) in enumerate(branches):
        condition = branches[position + 1][1] if position + 1 < len(branches) else test
        whole = f.at(f.start(condition), end) if position + 1 < len(branches) else origin
        value = Conditional(expression(f, condition, bound), expression(f, then, bound), value, origin=whole)
    assert isinstance(value, Conditional)  # noqa: S101 - there is one branch at least
    return value


def _literal(f: Fragment, node: Node, origin: Origin, bound: Names) -> Value | None:
    inner = node.children[0]
    match inner.type:
        case "string_lit":
            return _template(f, inner, origin, bound)
        case "numeric_lit":
            number = _number(f.raw(inner))
            return None if number is None else Literal(number, origin=origin)
        case "bool_lit":
            return Literal(f.raw(inner) == "true", origin=origin)
        case "null_lit":
            return Literal(None, origin=origin)
        case _:
            return None


def _number(raw: str) -> int | float | None:
    """Return the number, or None for one that would not come back as it is."""
    if len(raw) > _LONGEST_NUMBER:
        return None
    if raw.isdecimal():
        return int(raw)
    number = float(raw)
    return number if math.isfinite(number) else None


def _collection(f: Fragment, node: Node, origin: Origin, bound: Names) -> Value:
    inner = node.children[0]
    if inner.type == "tuple":
        items = tuple(expression(f, c, bound) for c in inner.named_children if c.type == "expression")
        return Sequence(items, origin=origin)
    elements = [c for c in inner.named_children if c.type == "object_elem"]
    return Mapping(tuple(_element(f, element, bound) for element in elements), origin=origin)


def _element(f: Fragment, node: Node, bound: Names) -> Entry:
    key, value = (c for c in node.named_children if c.type == "expression")
    return Entry(_key(f, key, bound), expression(f, value, bound), f.origin(node))


def _key(f: Fragment, node: Node, bound: Names) -> str | Value:
    """Read the key of an object's element: a bare name is itself, not a reference."""
    parts = significant(node)
    if len(parts) == 1 and (
        parts[0].type == "variable_expr"
        or (parts[0].type == "literal_value" and parts[0].children[0].type in {"bool_lit", "null_lit"})
    ):
        return f.raw(parts[0])
    if parts[0].type == "variable_expr":
        return opaque(f, f.origin(node), parts, bound)
    value = expression(f, node, bound)
    return value.value if isinstance(value, Literal) and isinstance(value.value, str) else value


def _call(f: Fragment, node: Node, origin: Origin, bound: Names) -> Value:
    name = "".join(f.raw(node.children[0]).split())
    arguments = child(node, "function_arguments")
    inner = significant(arguments) if arguments is not None else []
    values = tuple(expression(f, c, bound) for c in inner if c.type == "expression")
    return Call(name, values, any(c.type == "ellipsis" for c in inner), origin=origin)


def _operation(f: Fragment, node: Node, origin: Origin, bound: Names) -> Value | None:
    inner = node.children[0]
    parts = significant(inner)
    if inner.type == "unary_operation":
        if f.raw(parts[0]) != "-" or len(parts) != 2:
            return None
        value = _terms(f, parts[1:], f.origin(inner), bound)
        if isinstance(value, Literal) and isinstance(value.value, int | float) and not isinstance(value.value, bool):
            return Literal(-value.value, origin=origin)
        return None
    at = next((i for i, part in enumerate(parts) if part.type == "=="), 0)
    if not 0 < at < len(parts) - 1:
        return None
    left, right = parts[:at], parts[at + 1 :]
    sides = tuple(_terms(f, side, f.at(f.start(side[0]), f.end(side[-1])), bound) for side in (left, right))
    return Call("equal", sides, origin=origin)


# --------------------------------------------------------------------------------------------------------------------
# References


def _reference(f: Fragment, parts: list[Node], origin: Origin, bound: Names) -> Reference | None:
    """Read a traversal, or return None when it leads to nothing that is declared."""
    root = f.raw(parts[0])
    steps = _steps(f, parts[1:], bound)
    return _traversal(root, tuple(steps), origin, bound) if steps is not None else None


def _traversal(root: str, steps: tuple[Step, ...], origin: Origin, bound: Names) -> Reference | None:
    """Return what *steps* from *root* lead to, or None when it is nothing that is declared."""
    if root in bound or root in _OTHERS:
        return None
    names = 2 if root == "data" else 1
    if len(steps) < names or not all(isinstance(step, str) for step in steps[:names]):
        return None
    first, path = str(steps[0]), steps[names:]
    if root == "data":
        return Reference(Kind.DATA, first, str(steps[1]), path, origin=origin)
    if root in _BUILTINS:
        return Reference(Kind.BUILTIN, "", f"{root}.{first}", path, origin=origin)
    kind = {"var": Kind.INPUT, "local": Kind.LOCAL, "module": Kind.MODULE}.get(root)
    if kind is not None:
        return Reference(kind, "", first, path, origin=origin)
    return Reference(Kind.RESOURCE, root, first, path, origin=origin)


def _steps(f: Fragment, nodes: list[Node], bound: Names) -> list[Step] | None:
    """Return the steps of a traversal, or None when they cannot be said."""
    steps: list[Step] = []
    for position, node in enumerate(nodes):
        if node.type not in _TRAVERSAL:
            return None
        inner = node.children[0]
        if node.type == "get_attr":
            steps.append(f.raw(node.children[-1]))
        elif node.type == "splat":
            rest = inner.children[1:]
            # ".*.a[0]" takes the index of the list, "[*].a[0]" that of each item: only the second can be said.
            if inner.type == "attr_splat" and any(n.type != "get_attr" for n in nodes[position + 1 :]):
                return None
            inside = _steps(f, [n for n in rest if n.type in _TRAVERSAL], bound)
            if inside is None or (inner.type == "attr_splat" and any(isinstance(step, Index) for step in inside)):
                return None
            steps += [Index(None), *inside]
        elif inner.type == "legacy_index":
            digits = f.raw(inner)[1:]
            if not digits.isdecimal():
                return None
            steps.append(Index(Literal(int(digits))))
        else:
            key = child(inner, "expression")
            if key is None:
                return None
            steps.append(Index(expression(f, key, bound)))
    return steps


def opaque(f: Fragment, origin: Origin, parts: list[Node], bound: Names) -> Opaque:
    """Return what cannot be reduced."""
    return Opaque(f.slice(*origin.span), tuple(_mentions(f, parts, bound)), origin=origin)


def _mentions(f: Fragment, parts: list[Node], bound: Names) -> Iterator[Reference]:
    """Yield the references in the nodes *parts*, which are siblings."""
    waiting: list[tuple[list[Node], Names]] = [(parts, bound)]
    while waiting:
        siblings, names = waiting.pop(0)
        for position, node in enumerate(siblings):
            if node.type == "variable_expr":
                end = position + 1
                while end < len(siblings) and siblings[end].type in _TRAVERSAL:
                    end += 1
                found = _longest_reference(f, siblings[position:end], names)
                if found is not None:
                    yield found
            elif node.named_child_count:
                inner = names.union(_loop_names(f, node)) if node.type.startswith("for_") else names
                waiting.append((significant(node), inner))


def _longest_reference(f: Fragment, chain: list[Node], bound: Names) -> Reference | None:
    """Read as much of a traversal as can be said."""
    for end in range(len(chain), 1, -1):
        found = _reference(f, chain[:end], f.at(f.start(chain[0]), f.end(chain[end - 1])), bound)
        if found is not None:
            return found
    return None


def _loop_names(f: Fragment, node: Node) -> Iterator[str]:
    """Yield the names that a for-expression binds."""
    intro = child(node, "for_intro")
    if intro is not None:
        yield from (f.raw(c) for c in intro.children if c.type == "identifier")


# --------------------------------------------------------------------------------------------------------------------
# Strings


def _template(f: Fragment, node: Node, origin: Origin, bound: Names) -> Value | None:
    """Read a string, or return None when it has directives or marks that strip white space."""
    if node.type == "template_expr":
        node = node.children[0]
    holes: list[Node] = []
    for part in node.children:
        if (kind := part.type) == "template_interpolation":
            holes.append(part)
        elif kind == "template_directive":
            return None
    if not all(_plain(f, hole) for hole in holes):
        return None
    if node.type == "heredoc_template":
        parts = _heredoc_parts(f, node, holes, bound)
    else:
        parts = _quoted_parts(f, node, holes, bound)
    if not parts:
        return Literal("", origin=origin)
    if len(parts) == 1:
        # A string that is nothing but a hole is what the hole holds, even when it is no string.
        return replace(parts[0], origin=origin)
    return Template(tuple(parts), origin=origin)


def _plain(f: Fragment, hole: Node) -> bool:
    """Say whether Terraform, too, sees a hole here: ``$$${`` is an escape, and ``${~`` strips white space."""
    text = f.data[hole.start_byte - 1 : hole.end_byte]
    return text[:1] != b"$" and text[3:4] != b"~" and text[-2:-1] != b"~"


def _hole(f: Fragment, node: Node, bound: Names) -> Value:
    inner = child(node, "expression")
    if inner is None:
        return Opaque("", origin=f.origin(node))
    value = expression(f, inner, bound)
    if isinstance(value, Literal) and isinstance(value.value, str):
        return opaque(f, f.origin(inner), [inner], bound)
    return value


def _quoted_parts(f: Fragment, node: Node, holes: list[Node], bound: Names) -> list[Value]:
    parts: list[Value] = []
    position = f.start(node) + 1
    for hole in [*holes, None]:
        start = f.start(hole) if hole is not None else f.end(node) - 1
        if start > position:
            parts.append(Literal(unquoted(f.slice(position, start)), origin=f.at(position, start)))
        if hole is not None:
            parts.append(_hole(f, hole, bound))
            position = f.end(hole)
    return parts


def heredoc_content(f: Fragment, node: Node) -> Span:
    """Return the span of a heredoc's lines, without the first and the closing one."""
    marks = [c for c in node.children if c.type == "heredoc_identifier"]
    opening, closing = f.end(marks[0]), f.start(marks[-1])
    start = f.text.index("\n", opening - f.base) + 1 + f.base
    return Span(start, f.text.rindex("\n", 0, closing - f.base) + 1 + f.base)


def heredoc_width(f: Fragment, node: Node, holes: list[Node]) -> int:
    """Return how many characters ``<<-`` takes from each line; 0 for ``<<``."""
    if not f.raw(node.children[0]).endswith("-"):
        return 0
    return flush_width([(text, continued) for text, continued, first in _heredoc_lines(f, node, holes) if first])


def _heredoc_lines(f: Fragment, node: Node, holes: list[Node]) -> Iterator[tuple[str, bool, bool]]:
    """Yield the pieces of text: each with whether a hole follows, and whether it begins a line."""
    start, end = heredoc_content(f, node)
    first = True
    for hole in [*holes, None]:
        stop = f.start(hole) if hole is not None else end
        lines = _LINE.findall(f.slice(start, stop))
        if hole is not None and (not lines or lines[-1].endswith("\n")):
            lines.append("")
        for i, line in enumerate(lines):
            yield line, hole is not None and i == len(lines) - 1, first
            first = line.endswith("\n")
        first = False
        start = f.end(hole) if hole is not None else end


_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def _heredoc_parts(f: Fragment, node: Node, holes: list[Node], bound: Names) -> list[Value]:
    width = heredoc_width(f, node, holes)
    pieces = iter(list(_heredoc_lines(f, node, holes)))
    parts: list[Value] = []
    start, end = heredoc_content(f, node)
    for hole in [*holes, None]:
        stop = f.start(hole) if hole is not None else end
        raw: list[str] = []
        for line, continued, first in pieces:
            raw.append(flushed(line, width, continued=continued) if first else line)
            if continued:
                break
        if text := unmarked("".join(raw)):
            parts.append(Literal(text, origin=f.at(start, stop)))
        if hole is not None:
            parts.append(_hole(f, hole, bound))
            start = f.end(hole)
    return parts


# --------------------------------------------------------------------------------------------------------------------
# Bodies


_REFERENCES_TO_ITSELF = frozenset({"ignore_changes"})


def block(f: Fragment, node: Node, bound: Names = NONE) -> Mapping:
    """Read a block, from its opening brace to its closing one."""
    entries = tuple(entry(f, item, bound) for item in body_items(node))
    return Mapping(entries, block=True, labels=header(f, node)[1], origin=braces(f, node))


def braces(f: Fragment, node: Node) -> Origin:
    """Return the origin of a block's body with its braces."""
    opening = child(node, "block_start")
    return f.at(f.start(opening) if opening is not None else f.start(node), f.end(node))


def entry(f: Fragment, node: Node, bound: Names = NONE) -> Entry:
    """Read an attribute or a nested block."""
    if node.type == "attribute":
        name = f.raw(node.children[0])
        return Entry(name, attribute(f, name, node.children[-1], bound), f.origin(node))
    name, labels = header(f, node)
    if name == "dynamic" and len(labels) == 1 and (value := _dynamic(f, node, labels[0], bound)) is not None:
        return Entry(labels[0], value, f.origin(node))
    return Entry(name, block(f, node, bound), f.origin(node))


def attribute(f: Fragment, name: str, node: Node, bound: Names) -> Value:
    """Read the value of the attribute *name*."""
    value = expression(f, node, bound)
    if name in _REFERENCES_TO_ITSELF and isinstance(value, Sequence):
        return replace(value, items=tuple(_untied(f, item) for item in value.items))
    return value


def _untied(f: Fragment, value: Value) -> Value:
    """Return an item of ``ignore_changes``: it names arguments of the same block, whatever it looks like."""
    if isinstance(value, Reference) and value.origin is not None:
        return Opaque(f.slice(*value.origin.span), origin=value.origin)
    return value


def _dynamic(f: Fragment, node: Node, label: str, bound: Names) -> Dynamic | None:
    """Read a dynamic block, or return None when it has more than the model can say."""
    attributes: dict[str, Node] = {}
    content: Node | None = None
    for item in body_items(node):
        name = f.raw(item.children[0])
        if item.type == "attribute" and name in {"for_each", "iterator"}:
            attributes[name] = item.children[-1]
        elif item.type == "block" and name == "content" and content is None:
            content = item
        else:
            return None
    if content is None or "for_each" not in attributes:
        return None
    iterator = f.raw(attributes["iterator"]).strip() if "iterator" in attributes else ""
    inside = bound | {iterator or label}
    each = expression(f, attributes["for_each"], bound)
    return Dynamic(each, block(f, content, inside), iterator, origin=braces(f, node))
