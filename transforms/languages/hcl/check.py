"""What tree-sitter lets through and Terraform does not: names said twice, things side by side, lines broken."""

from __future__ import annotations

import re
from collections.abc import Callable

from tree_sitter import Node, Query, QueryCursor

from iacfix.transforms.languages.hcl.strings import IDENTIFIER
from iacfix.transforms.languages.hcl.syntax import LANGUAGE, LARGEST, Fragment, child, significant
from iacfix.transforms.model import Document, Origin, Problem, Span

DEEPEST = 300  # levels of the tree: about a hundred brackets; the deepest real file seen has 60

_SHAPES = Query(
    LANGUAGE,
    """
    (body) @body
    (block) @block
    (attribute) @attribute
    (object) @object
    (heredoc_template) @heredoc
    (quoted_template) @string
    (string_lit) @string
    (_ (literal_value (numeric_lit)) . (index (legacy_index)) @number)
    (_ (index (legacy_index)) . (index (legacy_index)) @number)
    (for_intro "in" @keyword)
    (for_cond "if" @keyword)
    (config_file (object) @bare)
    (template_interpolation . (template_interpolation_start) . (template_interpolation_end)) @empty
    (template_interpolation (comment)) @empty
    """,
)
_ESCAPES = Query(LANGUAGE, "(quoted_template (template_literal) @escape) (string_lit (template_literal) @escape)")
_NAMES = Query(LANGUAGE, "(identifier) @name")

_COMMENT = re.compile(rb"/\*.*?\*/", re.DOTALL)
_HOLE = re.compile(rb"(?<!\$)\$\{|(?<!%)%\{")
# Half of a surrogate pair is no character.
_CODE = rb"(?:u|U0000)(?![dD][89a-fA-F])[0-9A-Fa-f]{4}|U00(?:0[1-9a-fA-F]|10)[0-9A-Fa-f]{4}"
_BAD_ESCAPE = re.compile(rb'\\(?:[nrt"\\]|' + _CODE + rb"|(.?))", re.DOTALL)

# What stands inside is read without regard to lines, or has rules of its own.
_FREE = frozenset(
    {"for_expr", "for_object_expr", "for_tuple_expr", "heredoc_template", "object", "quoted_template", "string_lit"}
    | {"tuple"}
)


class _Wrong(Exception):  # noqa: N818 - an answer
    """What is wrong, and the bytes that it is wrong with."""

    def __init__(self, message: str, start: int, end: int) -> None:
        super().__init__(message)
        self.message = message
        self.start = start
        self.end = end


def too_large(document: Document) -> Problem | None:
    """Refuse what would take too long."""
    if len(document.text) <= LARGEST:
        return None
    return Problem(f"larger than {LARGEST // 1_000_000} MB: not read", Origin(document.path, Span(0, 0)))


def first_problem(f: Fragment) -> Problem | None:
    """Return what is wrong with a document's syntax, or None."""
    try:
        _check_depth(f.root)
        if f.root.has_error:
            _check_errors(f.root, f.data)
        _check_shapes(f.root, f.data)
    except _Wrong as wrong:
        return Problem(wrong.message, f.bytes_at(wrong.start, wrong.end))
    return None


def _check_depth(root: Node) -> None:
    cursor = root.walk()
    while True:
        node = cursor.node
        if cursor.depth > DEEPEST and node is not None:
            raise _Wrong("nested too deeply: not read", node.start_byte, node.start_byte)
        deep = node is not None and node.descendant_count > DEEPEST - cursor.depth  # else too few to be so deep
        if deep and cursor.goto_first_child():
            continue
        while not cursor.goto_next_sibling():
            if not cursor.goto_parent():
                return


def _check_errors(node: Node, data: bytes) -> None:
    """Say where the tree has its first error."""
    while not node.is_missing:
        inner = next((c for c in node.children if c.has_error or c.is_missing or c.is_error), None)
        if inner is None:
            break
        node = inner
    if node.is_missing:
        raise _Wrong(f"expected {node.type!r}", node.start_byte, node.start_byte)
    first = data[node.start_byte : node.end_byte].decode().split("\n", 1)[0].strip()
    raise _Wrong(f"syntax error at {first[:40]!r}", node.start_byte, node.start_byte + len(first.encode()))


def _check_shapes(root: Node, data: bytes) -> None:
    """Raise what is wrong first, in the order of the text."""
    wrong: list[_Wrong] = []

    def collect(check: Callable[[Node, bytes], None], nodes: list[Node]) -> None:
        for node in nodes:
            try:
                check(node, data)
            except _Wrong as found:
                wrong.append(found)

    queries = [_SHAPES, *([_ESCAPES] if b"\\" in data else []), *([_NAMES] if b"::" in data else [])]
    for query in queries:
        for name, nodes in QueryCursor(query).captures(root).items():
            collect(_CHECKS[name], nodes)
    if wrong:
        raise min(wrong, key=lambda found: found.start)


def _line_between(data: bytes, start: int, end: int) -> bool:
    """Say whether a line ends between two offsets; those inside a comment do not count."""
    gap = data[start:end]
    return b"\n" in gap and (b"/*" not in gap or b"\n" in _COMMENT.sub(b"", gap))


def _check_body(body: Node, data: bytes) -> None:
    """Every argument has one value, and every line one thing."""
    seen: set[bytes] = set()
    previous: Node | None = None
    for item in body.named_children:
        kind = item.type
        if kind == "comment":
            continue
        if previous is not None and not _line_between(data, previous.end_byte, item.start_byte):
            raise _Wrong("a new line must begin here", item.start_byte, item.end_byte)
        previous = item
        if kind == "attribute":
            key = item.children[0]
            name = data[key.start_byte : key.end_byte]
            if name in seen:
                raise _Wrong(f"{name.decode()!r} is set twice", key.start_byte, key.end_byte)
            seen.add(name)


def _check_block(block: Node, data: bytes) -> None:
    """Ask for lines, or for one argument at most."""
    opening = closing = body = None
    for part in block.children:
        if part.type == "block_start":
            opening = part
        elif part.type == "block_end":
            closing = part
        elif part.type == "body":
            body = part
    if opening is None or closing is None:
        return
    if _line_between(data, block.start_byte, opening.start_byte):
        raise _Wrong("the brace of a block belongs on its first line", opening.start_byte, opening.end_byte)
    for part in block.children:
        if part.type == "string_lit" and _HOLE.search(data, part.start_byte, part.end_byte):
            raise _Wrong("a label cannot have holes", part.start_byte, part.end_byte)
    if opening.end_byte == closing.start_byte:
        return
    items = [item for item in body.named_children if item.type != "comment"] if body is not None else []
    if not items:
        return
    first, last = items[0], items[-1]
    if _line_between(data, opening.end_byte, first.start_byte):
        if not _line_between(data, last.end_byte, closing.start_byte):
            raise _Wrong(
                "the brace that closes a block belongs on a line of its own", closing.start_byte, closing.end_byte
            )
        return
    if len(items) > 1 or first.type == "block":
        raise _Wrong("a block on one line holds one argument at most", first.start_byte, first.end_byte)
    if _line_between(data, last.end_byte, closing.start_byte):
        raise _Wrong("a new line must begin here", first.start_byte, first.end_byte)


def _check_attribute(attribute: Node, data: bytes) -> None:
    if attribute.start_point.row == attribute.end_point.row:
        return
    _check_lines(attribute, data)


def _check_lines(node: Node, data: bytes) -> None:
    """Outside brackets, an expression may not go on in the next line."""
    if node.type in _FREE or node.start_point.row == node.end_point.row:
        return
    previous: Node | None = None
    depth = 0
    for part in significant(node):
        kind = part.type
        if depth == 0 and previous is not None and _line_between(data, previous.end_byte, part.start_byte):
            raise _Wrong("an expression in more than one line needs parentheses", part.start_byte, part.end_byte)
        if kind in {"(", "["}:
            depth += 1
        elif kind in {")", "]"}:
            depth -= 1
        elif depth == 0:
            _check_lines(part, data)
        previous = part


def _check_object(node: Node, data: bytes) -> None:
    """Ask for commas or lines between the elements of an object."""
    previous: Node | None = None
    for part in node.children:
        kind = part.type
        if kind == "comment":
            continue
        if kind == ",":
            if previous is None or previous.type != "object_elem":
                raise _Wrong("an element is missing before this comma", part.start_byte, part.end_byte)
            if _line_between(data, previous.end_byte, part.start_byte):
                raise _Wrong("this comma belongs on the line before", part.start_byte, part.end_byte)
        elif kind == "object_elem":
            if (
                previous is not None
                and previous.type == "object_elem"
                and not _line_between(data, previous.end_byte, part.start_byte)
            ):
                raise _Wrong("a comma or a new line is missing before this", part.start_byte, part.end_byte)
            _check_lines(part, data)
        previous = part


def _check_heredoc(node: Node, data: bytes) -> None:
    """Ask for a line of its own for the word that closes a heredoc, and for nothing behind the one that opens it."""
    opening = node.children[1].end_byte
    if data[opening : opening + 1] != b"\n" and data[opening : opening + 2] != b"\r\n":
        raise _Wrong("a heredoc begins on the next line", opening, opening)
    end = data.find(b"\n", node.end_byte)
    if end < 0 or data[node.end_byte : end].strip():
        raise _Wrong("the word that closes a heredoc stands alone on its line", node.end_byte, node.end_byte)


def _check_string(node: Node, data: bytes) -> None:
    """Allow lines to end inside the holes of a quoted string only."""
    if node.start_point.row == node.end_point.row:
        return
    start = node.start_byte
    holes = [c for c in node.children if c.type in {"template_interpolation", "template_directive"}]
    for hole in [*holes, None]:
        end = hole.start_byte if hole is not None else node.end_byte
        at = data.find(b"\n", start, end)
        if at >= 0:
            raise _Wrong("a string between quotes ends on its line", at, at)
        start = hole.end_byte if hole is not None else end


def _check_escape(node: Node, data: bytes) -> None:
    for match in _BAD_ESCAPE.finditer(data, node.start_byte, node.end_byte):
        if match[1] is not None:
            said = data[match.start() : match.start() + 6].split(b'"')[0] if match[1] in b"uU" else match[0]
            raise _Wrong(f"{said.decode(errors='replace')!r} is no escape", *match.span())


def _check_number(node: Node, _: bytes) -> None:
    raise _Wrong("this cannot follow here", node.start_byte, node.end_byte)


def _check_keyword(node: Node, data: bytes) -> None:
    following = data[node.end_byte : node.end_byte + 1]
    if following.isalnum() or following in {b"_", b"-"}:
        raise _Wrong("a space is missing", node.end_byte, node.end_byte)


def _check_bare(node: Node, _: bytes) -> None:
    raise _Wrong("these braces have no name", node.start_byte, node.start_byte + 1)


def _check_empty(node: Node, _: bytes) -> None:
    if child(node, "expression") is None:
        raise _Wrong("an expression is missing", node.start_byte, node.end_byte)


def _check_name(node: Node, data: bytes) -> None:
    """Allow ``::`` in the names of functions only."""
    name = data[node.start_byte : node.end_byte]
    if b"::" not in name:
        return
    parent = node.parent
    if (
        parent is None
        or parent.type != "function_call"
        or not all(IDENTIFIER.fullmatch(part.decode().strip()) for part in name.split(b"::"))
    ):
        raise _Wrong(f"{name.decode()!r} is not a name", node.start_byte, node.end_byte)


_CHECKS: dict[str, Callable[[Node, bytes], None]] = {
    "body": _check_body,
    "block": _check_block,
    "attribute": _check_attribute,
    "object": _check_object,
    "heredoc": _check_heredoc,
    "string": _check_string,
    "escape": _check_escape,
    "number": _check_number,
    "keyword": _check_keyword,
    "bare": _check_bare,
    "name": _check_name,
    "empty": _check_empty,
}
