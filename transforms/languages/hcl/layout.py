"""Where things stand in lists, objects and bodies, and how one more or one less is written into them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from tree_sitter import Node

from iacfix.transforms.edits import Unsayable
from iacfix.transforms.languages.hcl.syntax import Fragment, child, comment_span, significant
from iacfix.transforms.model import Span

_HEREDOC_END = re.compile(r"<<-?([\w-]+)\r?\n(?:.*\n)?[ \t]*\1\Z", re.DOTALL)


class Change(NamedTuple):
    """Put *text* in place of the characters from *start* to *end* of a document."""

    start: int
    end: int
    text: str


def apply(text: str, changes: Iterable[Change], base: int = 0) -> str:
    """Return *text*, which stands at *base*, with the changes made; raises `Unsayable` where two overlap."""
    pieces: list[str] = []
    position = base
    for change in sorted(changes, key=lambda change: change[:2]):
        if change.start < position:
            raise Unsayable("two changes meet in one place")
        pieces += [text[position - base : change.start - base], change.text]
        position = change.end
    return "".join([*pieces, text[position - base :]])


@dataclass(frozen=True)
class Box:
    """A list or an object: its brackets, its elements, and what stands between them."""

    fragment: Fragment
    opening: int  # the offset behind the opening bracket
    closing: int  # the offset of the closing one
    elements: tuple[Span, ...]
    commas: tuple[int, ...]
    comments: tuple[Span, ...]
    is_list: bool
    signs: tuple[int, ...] = ()  # the offsets of what stands between key and value

    @property
    def newline(self) -> str:
        """The document's line ending, as far as the box shows it."""
        return "\r\n" if "\r\n" in self.fragment.text else "\n"

    @property
    def multiline(self) -> bool:
        """Whether the elements stand on lines of their own."""
        return "\n" in self._between(self.opening, self.elements[0].start if self.elements else self.closing)

    @property
    def indent(self) -> str:
        """The white space before an element that begins a line."""
        for span in self.elements:
            line = self._between(self.opening, span.start).rpartition("\n")
            if line[1] and not line[2].strip():
                return line[2]
        return self._between(self.opening, self.closing).rpartition("\n")[2] + "  "

    def _between(self, start: int, end: int) -> str:
        return self.fragment.slice(start, end)

    def _comma_after(self, index: int) -> int | None:
        """Return the offset of the comma behind an element."""
        limit = self.elements[index + 1].start if index + 1 < len(self.elements) else self.closing
        return next((at for at in self.commas if self.elements[index].end <= at < limit), None)

    def _line_end(self, offset: int) -> int:
        """Return the offset behind a comment that ends the line of *offset*, or *offset*."""
        for start, end in self.comments:
            if start >= offset and not self._between(offset, start).strip(" \t"):
                return end
        return offset

    @property
    def sign(self) -> str:
        """What stands between key and value of the elements of an object."""
        return ":" if self.signs and all(self._between(at, at + 1) == ":" for at in self.signs) else "="

    def padding(self, index: int, key: str) -> str:
        """Return the white space that brings the sign behind *key* into the column of the element before."""
        if not self.multiline or not 0 < index <= len(self.elements):
            return ""
        start, end = self.elements[index - 1]
        sign = self.signs[index - 1]
        if "\n" in self._between(sign, end) or self._between(sign, sign + 1) == ":":
            return ""
        return " " * max(sign - start - 1 - len(key), 0)

    def insert(self, index: int, text: str) -> Change:
        """Write one more element, so that it will be at *index*."""
        if not self.elements:
            return self._first(text)
        if index == 0:
            return self._at_start(text)
        return self._behind(index - 1, text)

    def _first(self, text: str) -> Change:
        inside = self._between(self.opening, self.closing)
        if inside.strip():
            raise Unsayable("there are only comments in the brackets")
        margin = "" if self.is_list else " "
        return Change(self.opening, self.closing, f"{margin}{text}{margin}")

    def _at_start(self, text: str) -> Change:
        start = self.elements[0].start
        if self.multiline:
            comma = "," if self.is_list or self.commas else ""
            at = self._line_end(self.opening)
            return Change(at, at, f"{self.newline}{self.indent}{text}{comma}")
        return Change(start, start, f"{text}, ")

    def _behind(self, index: int, text: str) -> Change:
        end = self.elements[index].end
        comma = self._comma_after(index)
        if comma is None and _HEREDOC_END.search(self._between(*self.elements[index])):
            # The word that closes a heredoc stands alone on its line.
            sign = f"{self.newline}{self.indent}," if self.is_list or self.commas else ""
            return Change(end, end, f"{sign}{self.newline}{self.indent}{text}")
        last = index == len(self.elements) - 1
        following = self.closing if last else self.elements[index + 1].start
        broken = self.multiline and "\n" in self._between(end, following)
        if not broken:
            if comma is not None:
                return Change(comma + 1, comma + 1, f" {text},")
            return Change(end, end, f", {text}")
        start = f"{self.newline}{self.indent}{text}"
        if comma is not None:
            at = self._line_end(comma + 1)
            return Change(at, at, f"{start},")
        at = self._line_end(end)
        if not self.is_list and not self.commas:
            return Change(at, at, start)
        return Change(end, at, f",{self._between(end, at)}{start}")

    def remove(self, index: int) -> Change:
        """Take an element out, with its comma, and with its line and the comment on it where it has them for itself."""
        start, end = self.elements[index]
        comma = self._comma_after(index)
        last = index == len(self.elements) - 1
        if len(self.elements) == 1 and not self.comments:
            return Change(self.opening, self.closing, "")
        stop = end if comma is None else comma + 1
        head = self._between(self.opening, start)
        own_start = head.rpartition("\n")
        tail = self._line_end(stop)
        rest = self._between(tail, self.closing)
        alone = own_start[1] and not own_start[2].strip() and ("\n" in rest and not rest.partition("\n")[0].strip())
        if alone:
            if last and comma is None and index and (before := self._comma_after(index - 1)) is not None:
                between = self._between(before + 1, start)
                if not between.strip():
                    return Change(before, tail, "")
            line = start - len(own_start[2])
            return Change(line, tail + len(rest.partition("\n")[0]) + 1, "")
        if not last:
            return Change(start, self.elements[index + 1].start, "")
        if index:
            return Change(self.elements[index - 1].end, stop, "")
        return Change(start, stop, "")


def box_of(f: Fragment, node: Node) -> Box | None:
    """Return the box of a list or an object, through parentheses."""
    while node.type == "expression":
        parts = significant(node)
        if len(parts) == 3 and parts[0].type == "(":
            node = parts[1]
        elif len(parts) == 1:
            node = parts[0]
        else:
            return None
    if node.type == "collection_value":
        node = node.children[0]
    if node.type not in {"tuple", "object"}:
        return None
    opening, closing = child(node, f"{node.type}_start"), child(node, f"{node.type}_end")
    if opening is None or closing is None:
        return None
    return Box(
        f,
        f.end(opening),
        f.start(closing),
        tuple(f.span(c) for c in node.children if c.type in {"expression", "object_elem"}),
        tuple(f.start(c) for c in node.children if c.type == ","),
        tuple(comment_span(f, c) for c in node.children if c.type == "comment"),
        node.type == "tuple",
        tuple(f.start(sign) for c in node.children if c.type == "object_elem" and (sign := child(c, "=", ":"))),
    )
