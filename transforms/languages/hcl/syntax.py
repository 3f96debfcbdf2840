"""HCL's syntax trees: parsed to see what a document declares, and for what is in its blocks when it is asked for.

A tree takes sixty times the memory of its text, so only the last few are kept: a `Source` remembers where its top-level
blocks and attributes stand, and parses the document, or of a large one that block alone, when the tree is gone.
"""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import tree_sitter_hcl
from tree_sitter import Language, Node, Parser, Query, QueryCursor

from iacfix.transforms.model import Characters, Document, Origin, Problem, Span

LANGUAGE = Language(tree_sitter_hcl.language())

LARGEST = 10_000_000  # characters; the largest real file seen has 1.5 million


# The grammar does not know "1e5" and "1e-5", though it does "1.0e5". It is shown zeros in their place.
_BARE_EXPONENT = re.compile(rb"(?<![\w.])(?<!\w-)[0-9]+[eE][-+]?[0-9]+")


def parse(data: bytes) -> Node:
    """Return the root of the tree of *data*."""
    shown = _BARE_EXPONENT.sub(lambda match: b"0" * len(match[0]), data)
    return Parser(LANGUAGE).parse(shown).root_node


class Fragment:
    """A piece of a document, parsed. Nodes know bytes of the piece; *base* is where it begins in the document."""

    __slots__ = ("_characters", "_tops", "base", "data", "path", "root", "text")

    def __init__(self, path: str, text: str, base: int, data: bytes, root: Node) -> None:
        """Hold the tree *root* of *text*."""
        self.path = path
        self.text = text
        self.base = base
        self.data = data
        self.root = root
        self._characters = Characters(data)
        self._tops: list[Node] | None = None

    @property
    def tops(self) -> list[Node]:
        """The blocks and attributes at the top, in order."""
        if self._tops is None:
            self._tops = body_items(self.root)
        return self._tops

    def start(self, node: Node) -> int:
        """Return the offset in the document where *node* begins."""
        return self._characters(node.start_byte) + self.base

    def end(self, node: Node) -> int:
        """Return the offset in the document where *node* ends."""
        return self._characters(node.end_byte) + self.base

    def span(self, node: Node) -> Span:
        """Return the span of *node* in the document."""
        return Span(self.start(node), self.end(node))

    def origin(self, node: Node) -> Origin:
        """Return where *node* stands."""
        start, end = node.start_byte, node.end_byte
        if self._characters.differ:
            start, end = self._characters(start), self._characters(end)
        return Origin(self.path, Span(start + self.base, end + self.base))

    def at(self, start: int, end: int) -> Origin:
        """Return the origin of the characters from *start* to *end* of the document."""
        return Origin(self.path, Span(start, end))

    def bytes_at(self, start: int, end: int) -> Origin:
        """Return the origin of the bytes from *start* to *end* of the fragment."""
        return self.at(self._characters(start) + self.base, self._characters(end) + self.base)

    def raw(self, node: Node) -> str:
        """Return the text of *node*."""
        return self.data[node.start_byte : node.end_byte].decode()

    def slice(self, start: int, end: int) -> str:
        """Return the document's text from *start* to *end*, which must lie in the fragment."""
        return self.text[start - self.base : end - self.base]

    def around(self, span: Span) -> Node | None:
        """Return the smallest node that *span* lies in."""
        start, end = (len(self.text[: offset - self.base].encode()) for offset in span)
        return self.root.descendant_for_byte_range(start, end)


KEPT = 64_000  # characters of a document whose tree is kept whole


@functools.lru_cache(maxsize=32)
def whole(path: str, text: str) -> Fragment:
    """Parse the whole document at *path*."""
    data = text.encode()
    return Fragment(path, text, 0, data, parse(data))


@functools.lru_cache(maxsize=32)
def fragment(path: str, text: str, base: int) -> Fragment:
    """Parse *text*, which stands at *base* of the document at *path*."""
    data = text.encode()
    return Fragment(path, text, base, data, parse(data))


@dataclass(frozen=True, slots=True)
class Item:
    """A block or an attribute at the top of a document, or an attribute of a ``locals`` block.

    *type* is the block's, ``"local"`` or ``"attribute"``. *details* are what is needed of a block before its body is
    read: a module's source, a provider's alias, the nested blocks of a terraform block.
    """

    type: str
    labels: tuple[str, ...]
    span: Span
    details: tuple[str, ...] = ()


@dataclass(frozen=True)
class Source:
    """What a document declares, in order, or what is wrong with it."""

    document: Document
    items: tuple[Item, ...] = ()
    problems: tuple[Problem, ...] = ()
    tops: tuple[Span, ...] = field(default=(), repr=False)  # of top-level blocks and attributes: what parses alone

    def top(self, offset: int) -> tuple[Fragment, Node]:
        """Return the top-level block or attribute that *offset* lies in."""
        position = bisect.bisect_right(self.tops, Span(offset, len(self.document.text) + 1)) - 1
        if len(self.document.text) <= KEPT:
            f = whole(self.document.path, self.document.text)
            return f, f.tops[position]
        span = self.tops[position]
        f = fragment(self.document.path, self.document.text[slice(*span)], span.start)
        return f, f.tops[0]


def significant(node: Node) -> list[Node]:
    """Return the children of *node* that are not comments."""
    return [child for child in node.children if child.type != "comment"]


def child(node: Node, *types: str) -> Node | None:
    """Return the first child of *node* of one of *types*."""
    return next((c for c in node.children if c.type in types), None)


def body_items(block: Node) -> list[Node]:
    """Return the attributes and blocks of a block (or of a whole document), in order."""
    body = child(block, "body")
    return [c for c in body.named_children if c.type in {"attribute", "block"}] if body is not None else []


def header(fragment_: Fragment, block: Node) -> tuple[str, tuple[str, ...]]:
    """Return the type and the labels of a block."""
    names: list[str] = []
    for part in block.children:
        if part.type == "identifier":
            names.append(fragment_.raw(part))
        elif part.type == "string_lit":
            names.append(fragment_.raw(part)[1:-1])
        elif part.type == "block_start":
            break
    return names[0], tuple(names[1:])


def walk(root: Node) -> Iterator[tuple[int, Node]]:
    """Yield every node under *root* with its depth, in document order."""
    cursor = root.walk()
    while True:
        node = cursor.node
        if node is not None:
            yield cursor.depth, node
        if cursor.goto_first_child():
            continue
        while not cursor.goto_next_sibling():
            if not cursor.goto_parent():
                return


_COMMENTS = Query(LANGUAGE, "(comment) @comment")


def comments(document: Document) -> list[tuple[int, int]]:
    """Return the spans of a document's comments, in order."""
    data = document.text.encode()
    characters = Characters(data)
    found = QueryCursor(_COMMENTS).captures(parse(data)).get("comment", [])
    return sorted((characters(node.start_byte), characters(node.end_byte)) for node in found)


def comment_span(f: Fragment, node: Node) -> Span:
    """Return where a comment stands: the grammar counts the first half of a line ending to it."""
    start, end = f.span(node)
    return Span(start, end - 1 if f.raw(node).endswith("\r") else end)
