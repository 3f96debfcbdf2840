"""Items between brackets: arguments, parameters, elements, imported names; where one is put in or taken out."""

from __future__ import annotations

import re
from collections.abc import Sequence as Items
from dataclasses import dataclass
from typing import TypeAlias

import libcst as cst

from iacfix.transforms.edits import Splice, Unsayable
from iacfix.transforms.languages.cdktf.scopes import parameters
from iacfix.transforms.languages.cdktf.source import Source
from iacfix.transforms.model import Span

Listed: TypeAlias = cst.Arg | cst.BaseElement | cst.BaseDictElement | cst.Param | cst.ImportAlias


@dataclass(frozen=True, slots=True)
class Item:
    """One item, and where its comma ends; None when it has none."""

    node: cst.CSTNode
    start: int
    end: int
    comma: int | None


def blanks_before(argument: cst.Arg) -> str:
    """Return the blanks between the keyword of *argument* and its sign."""
    sign = argument.equal
    before = sign.whitespace_before if isinstance(sign, cst.AssignEqual) else None
    return before.value if isinstance(before, cst.SimpleWhitespace) else ""


class Brackets:
    """What stands between two brackets. *single* is true of a tuple, which keeps its last comma."""

    def __init__(
        self, source: Source, opening: int, closing: int, items: Items[Listed], *, single: bool = False
    ) -> None:
        """Look at *items* between the offsets behind the *opening* and before the *closing* bracket."""
        self._source = source
        self._text = source.document.text
        self._newline = source.document.newline
        self._path = source.document.path
        self.opening = opening
        self.closing = closing
        self._single = single
        self.items = [_item(source, node) for node in items]

    # ---------------------------------------------------------------------------------------------------------------
    # Putting in

    def place(self, index: int) -> Span:
        """Return a span whose line is indented as the item at *index* will be."""
        near = self.items[index - 1] if index else self.items[0] if self.items else None
        start = near.start if near is not None else self.opening
        return Span(start, start)

    def padded(self, name: str) -> str:
        """Return what stands between the keyword *name* and its value: ``=`` as the other arguments have it."""
        signs = [(item.node.keyword, blanks_before(item.node)) for item in self.items if isinstance(item.node, cst.Arg)]
        told = [(len(word.value), blanks) for word, blanks in signs if word is not None]
        if not told or sum(bool(blanks) for _, blanks in told) * 2 <= len(told):
            return "="
        columns = {width + len(blanks) for width, blanks in told if blanks}
        aligned = len(columns) == 1 and len({width for width, _ in told}) > 1
        return f"{' ' * max(1, max(columns) - len(name))}= " if aligned else " = "

    def joined(self, texts: Items[str], index: int) -> str:
        """Return several items as one text, to stand before the item at *index*."""
        near = self.place(index).start
        broken = bool(self.items) and self._broken()
        return f",{self._newline}{self._source.document.indent(near)}".join(texts) if broken else ", ".join(texts)

    def insert(self, index: int, text: str) -> Splice:
        """Put *text* before the item at *index*; the splice is whole by itself, whatever else is put there."""
        if not self.items:
            outside = self._text[self.opening - 1], self._text[self.closing]
            return self._splice(self.opening - 1, self.closing + 1, outside[0] + text + outside[1])
        if index == 0:
            first = self.items[0]
            return self._splice(first.start, first.start, f"{text},{self._gap(self.opening, first.start, first)}")
        previous = self.items[index - 1]
        following = self.items[index].start if index < len(self.items) else None
        if previous.comma is not None:
            return self._behind_comma(previous, following, text)
        return self._behind_last(previous, text)

    def _behind_comma(self, previous: Item, following: int | None, text: str) -> Splice:
        """Put *text* behind an item that has a comma."""
        comma = previous.comma or previous.end
        line_end = self._line_end(comma)
        rest = self._text[comma:line_end]
        closes = self.closing if following is None else following
        if line_end <= closes and re.fullmatch(r"[ \t]*(#.*)?", rest):
            indent = self._source.document.indent(previous.start)
            return self._splice(line_end, line_end, f"{self._newline}{indent}{text},")
        return self._splice(comma, comma, f" {text},")

    def _behind_last(self, previous: Item, text: str) -> Splice:
        """Put *text* behind the last item, which has no comma."""
        if not self._broken():
            return self._splice(previous.end, previous.end, f", {text}")
        indent = self._source.document.indent(previous.start)
        line_end = self._line_end(previous.end)
        rest = self._text[previous.end : line_end]
        if line_end <= self.closing and rest.strip().startswith("#"):
            return self._splice(previous.end, line_end, f",{rest}{self._newline}{indent}{text}")
        return self._splice(previous.end, previous.end, f",{self._newline}{indent}{text}")

    def _broken(self) -> bool:
        """Say whether each item has a line of its own."""
        starts = [item.start for item in self.items]
        if len(starts) == 1:
            return "\n" in self._text[self.opening : starts[0]]
        return "\n" in self._text[self.items[-2].end : starts[-1]]

    def _gap(self, start: int, end: int, first: Item) -> str:
        """Return what stands between two items, judged by what stands before the first."""
        if "\n" in self._text[start:end]:
            return self._newline + self._source.document.indent(first.start)
        return " "

    # ---------------------------------------------------------------------------------------------------------------
    # Taking out

    def find(self, span: Span) -> int:
        """Return the index of the item that *span* lies in."""
        for index, item in enumerate(self.items):
            if item.start <= span.start and span.end <= item.end:
                return index
        raise Unsayable("what is to be changed does not stand in the source")

    def remove(self, index: int) -> list[Splice]:
        """Take the item at *index* out, with its comma, its comment, and the line that it leaves empty."""
        item = self.items[index]
        last = index == len(self.items) - 1
        end = item.comma if item.comma is not None else item.end
        if len(self.items) == 1 and "#" not in self._text[self.opening : item.start] + self._text[end : self.closing]:
            return [self._splice(self.opening, self.closing, "")]
        dangling = last and item.comma is None and index > 0 and not (self._single and len(self.items) == 2)
        comma = self._comma_before(index) if dangling else []
        if (lines := self._own_lines(item, end)) is not None:
            return [*comma, self._splice(*lines, "")]
        if not last:
            return [self._splice(item.start, self.items[index + 1].start, "")]
        if not index:
            return [self._splice(item.start, end, "")]
        previous = self.items[index - 1]
        start = previous.end if dangling else previous.comma or previous.end
        return [self._splice(start, end, "")]

    def remove_all(self, indices: Items[int]) -> list[Splice]:
        """Take several items out."""
        groups: list[list[int]] = []
        for index in sorted(indices):
            if groups and groups[-1][-1] == index - 1:
                groups[-1].append(index)
            else:
                groups.append([index])
        found: list[Splice] = []
        for group in groups:
            first, last = self.items[group[0]], self.items[group[-1]]
            lines = [self._own_lines(self.items[i], self.items[i].comma or self.items[i].end) for i in group]
            dangling = group[-1] == len(self.items) - 1 and last.comma is None
            if len(group) == 1:
                found += self.remove(group[0])
            elif all(lines):
                found += self._comma_before(group[0]) if dangling and group[0] else []
                found += [self._splice(*span, "") for span in lines if span is not None]
            elif group[-1] + 1 < len(self.items):
                found.append(self._splice(first.start, self.items[group[-1] + 1].start, ""))
            else:
                previous = self.items[group[0] - 1] if group[0] else None
                start = (previous.end if dangling else previous.comma or previous.end) if previous else first.start
                found.append(self._splice(start, last.comma or last.end, ""))
        return found

    def _comma_before(self, index: int) -> list[Splice]:
        """Take the comma away that would be left behind the item before *index*."""
        previous = self.items[index - 1]
        return [self._splice(previous.comma - 1, previous.comma, "")] if previous.comma is not None else []

    def _own_lines(self, item: Item, end: int) -> Span | None:
        """Return the lines that only *item* stands on."""
        start = self._source.document.line_start(item.start)
        line_end = self._line_end(end)
        before, after = self._text[start : item.start], self._text[end:line_end]
        if before.strip() or not re.fullmatch(r"[ \t]*(#.*)?", after) or start < self.opening:
            return None
        return Span(start, self._text.find("\n", line_end) + 1) if line_end < len(self._text) else None

    def _line_end(self, offset: int) -> int:
        """Return where the line of *offset* ends, before its line ending."""
        end = self._text.find("\n", offset)
        if end < 0:
            return len(self._text)
        return end - 1 if end > offset and self._text[end - 1] == "\r" else end

    def _splice(self, start: int, end: int, text: str) -> Splice:
        return Splice(self._path, start, end, text)


def _item(source: Source, node: Listed) -> Item:
    start, end = source.inner(node)
    if isinstance(node, cst.Param):
        # libcst takes the name alone for the place of a parameter.
        parts = (node.name, node.annotation, node.default)
        start, end = source.outer(node).start, max(source.outer(part).end for part in parts if part is not None)
    comma = node.comma if isinstance(node.comma, cst.Comma) else None
    if comma is None:
        return Item(node, start, end, None)
    whitespace = source.outer(comma.whitespace_before)
    return Item(node, start, min(end, whitespace.start), whitespace.end + 1)


def around(source: Source, node: cst.CSTNode) -> Brackets:
    """Return the brackets of the call, dictionary, list, tuple or function *node*."""
    text = source.document.text
    inner = source.inner(node)
    match node:
        case cst.Call(args=args, func=func):
            return Brackets(source, text.index("(", source.outer(func).end) + 1, inner.end - 1, args)
        case cst.Dict(elements=elements) | cst.List(elements=elements):
            return Brackets(source, inner.start + 1, inner.end - 1, elements)
        case cst.Tuple(elements=elements, lpar=[*_, _]):
            return Brackets(source, inner.start, inner.end, elements, single=True)
        case cst.FunctionDef(name=name, params=params):
            opening = text.index("(", source.outer(name).end) + 1
            return Brackets(source, opening, source.outer(params).end, parameters(node))
        case _:
            raise Unsayable("nothing can be put into an expression of this form")
