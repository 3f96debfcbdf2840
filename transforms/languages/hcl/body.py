"""The body of a block: where one more argument or nested block belongs, and what goes with one that is taken out."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from tree_sitter import Node

from iacfix.transforms.languages.hcl.layout import Change
from iacfix.transforms.languages.hcl.syntax import Fragment, body_items, child, comment_span, header, walk
from iacfix.transforms.model import Span

# Arguments that people write first, and last.
_FIRST = ("source", "version", "providers", "provider", "count", "for_each", "alias")
_SET_APART = frozenset({"count", "for_each"})
_LAST = frozenset({"depends_on", "lifecycle"})


@dataclass(frozen=True, slots=True)
class Line:
    """An argument or a nested block. *equals* is the offset of its sign, -1 for a block."""

    name: str
    span: Span
    equals: int = -1

    @property
    def is_block(self) -> bool:
        """Whether it is a nested block."""
        return self.equals < 0


@dataclass(frozen=True)
class Body:
    """A block's braces and what stands between them; *margin* is the white space before the line it begins on."""

    fragment: Fragment
    opening: int  # the offset behind the opening brace
    closing: int  # the offset of the closing one
    lines: tuple[Line, ...]
    comments: tuple[Span, ...]
    margin: str
    newline: str

    @property
    def inline(self) -> bool:
        """Whether it is all on one line."""
        return "\n" not in self.text(self.opening, self.closing)

    @property
    def indent(self) -> str:
        """The white space before a line of the body."""
        for line in self.lines:
            before = self.text(self.opening, line.span.start).rpartition("\n")
            if before[1] and not before[2].strip():
                return before[2]
        return f"{self.margin}  "

    def text(self, start: int, end: int) -> str:
        """Return a piece of the document."""
        return self.fragment.slice(start, end)

    def line_end(self, offset: int) -> int:
        """Return the offset behind the comments that stand on the line of *offset*, or *offset*."""
        for start, end in self.comments:
            if start >= offset and not self.text(offset, start).strip(" \t"):
                offset = end
        return offset

    def _blanks_end(self, offset: int) -> int:
        """Return the offset behind the blanks that its line ends with, or *offset*."""
        rest = self.text(offset, self.closing)
        line = rest.lstrip(" \t")
        return offset + len(rest) - len(line) if line.startswith(("\n", "\r\n")) else offset

    # ------------------------------------------------------------------------------------------------ inserting

    def insert(self, name: str, text: str, *, is_block: bool, after: str = "", place: int | None = None) -> Change:
        """Write one more argument or block; *text* is what stands behind ``name = ``, or the whole block.

        It goes behind the argument *after*, or the line at *place*, or where a person would write it.
        """
        if self.inline:
            return self._expanded(text if is_block else f"{name} = {text}", apart=is_block)
        if place is None:
            place = self._place(name, after, is_block=is_block)
        line = text if is_block else self._aligned(name, text, place)
        at = self._blanks_end(self.line_end(self.lines[place].span.end if place >= 0 else self.opening))
        before, behind = self._blank_lines(place, name, is_block=is_block)
        return Change(at, at, f"{before}{self.newline}{self.indent}{line}{behind}")

    def _expanded(self, line: str, *, apart: bool) -> Change:
        """Break a block that is on one line into lines, with one more."""
        old = self.text(self.opening, self.closing).strip()
        lines = [old, *([""] if apart else []), line] if old else [line]
        inner = "".join(f"{f'{self.indent}{each}' if each else ''}{self.newline}" for each in lines)
        return Change(self.opening, self.closing, f"{self.newline}{inner}{self.margin}")

    def _place(self, name: str, after: str, *, is_block: bool) -> int:
        """Return the index of the line that the new one follows, -1 for the opening brace."""
        names = [line.name for line in self.lines]
        if after in names:
            return len(names) - 1 - names[::-1].index(after)
        if name in _LAST:
            return len(names) - 1
        if name in _FIRST:
            rank = _FIRST.index(name)
            earlier = [i for i, line in enumerate(self.lines) if line.name in _FIRST[:rank]]
            return max(earlier, default=-1)
        if is_block:
            return self._block_place(name)
        place = -1
        for i, line in enumerate(self.lines):
            if line.is_block:
                break
            if line.name not in _LAST:
                place = i
        return place - 1 if place > 0 and self._tags_end(place) else place

    def _tags_end(self, place: int) -> bool:
        """Say whether the arguments end with tags that are set apart, or of several lines: people leave them last."""
        previous, line = self.lines[place - 1], self.lines[place]
        apart = self.text(self.line_end(previous.span.end), line.span.start).count("\n") > 1
        return line.name == "tags" and (apart or "\n" in self.text(*line.span))

    def _block_place(self, name: str) -> int:
        """Return the index of the line that a new block follows: its last namesake, or what is not meant to be last."""
        same = [i for i, line in enumerate(self.lines) if line.name == name and line.is_block]
        other = [i for i, line in enumerate(self.lines) if line.name not in _LAST]
        return max(same or other, default=-1)

    def _blank_lines(self, place: int, name: str, *, is_block: bool) -> tuple[str, str]:
        """Return the blank lines that belong before and behind the new line."""
        previous = self.lines[place] if place >= 0 else None
        following = self.lines[place + 1] if place + 1 < len(self.lines) else None
        apart = is_block or name in _LAST
        tight = is_block and self._tight(name)
        before = self.newline if previous is not None and (apart or previous.is_block) and not tight else ""
        if following is None:
            return before, self.newline if apart and self._comment_follows(place) else ""
        if tight or self._blank_follows(place):
            return before, ""
        return before, self.newline if apart or following.is_block or name in _SET_APART else ""

    def _blank_follows(self, place: int) -> bool:
        """Say whether a blank line stands behind the line at *place*."""
        at = self.line_end(self.lines[place].span.end if place >= 0 else self.opening)
        gap = self.text(at, self.lines[place + 1].span.start)
        return re.sub(r"[ \t\r]", "", gap).startswith("\n\n")

    def _comment_follows(self, place: int) -> bool:
        """Say whether nothing but comments stands behind the line at *place*, and directly below it."""
        at = self.line_end(self.lines[place].span.end if place >= 0 else self.opening)
        gap = re.sub(r"[ \t\r]", "", self.text(at, self.closing))
        return bool(gap.strip()) and not gap.startswith("\n\n")

    def _tight(self, name: str) -> bool:
        """Say whether blocks of this name stand without blank lines between them."""
        blocks = [line for line in self.lines if line.name == name and line.is_block]
        gaps = [self.text(a.span.end, b.span.start) for a, b in itertools.pairwise(blocks)]
        return bool(gaps) and all(gap.count("\n") == 1 for gap in gaps)

    def _aligned(self, name: str, text: str, place: int) -> str:
        """Return the argument with its sign in the column of its neighbours, if it reaches so far."""
        opens = "\n" in text and not text.startswith("<<")
        column = 0
        if not opens and place >= 0 and name not in _SET_APART | _LAST and self._in_column(self.lines[place]):
            column = self._column(self.lines[place])
        elif not opens and place < 0 and name not in _SET_APART | _LAST and self.lines:
            first = self.lines[0]
            if not first.is_block and self.text(self.line_end(self.opening), first.span.start).count("\n") == 1:
                column = self._column(first) if self._in_column(first) else 0
        return f"{name:<{max(column - 1, 0)}} = {text}"

    def _column(self, line: Line) -> int:
        return line.equals - line.span.start

    def _in_column(self, line: Line) -> bool:
        """Say whether a line that follows would be aligned with this one."""
        value = self.text(line.equals + 1, line.span.end)
        return not line.is_block and "\n" not in value

    # ------------------------------------------------------------------------------------------------ removing

    def remove(self, line: Line, above: Span | None = None) -> Change:
        """Take a line out, with its comment, those *above* it, and one of two blank lines that would meet."""
        if self.inline:
            return Change(self.opening, self.closing, "")
        first = line.span.start if above is None else above.start
        head = self.text(self.opening, first)
        start = first - len(head.rpartition("\n")[2])
        tail = self.line_end(line.span.end)
        rest = self.text(tail, self.closing)
        end = tail + len(rest.partition("\n")[0]) + 1
        before = head.rstrip(" \t").replace("\r", "")
        below = self.text(end, self.closing)
        blank_below = below.partition("\n")
        if blank_below[1] and not blank_below[0].strip() and (before.endswith("\n\n") or not before.strip()):
            return Change(start, end + len(blank_below[0]) + 1, "")
        if not below.strip() and before.endswith("\n\n") and before.strip():
            return Change(self.opening + len(head.rstrip()) + len(self.newline), end, "")
        return Change(start, end, "")


def body_of(f: Fragment, block: Node, margin: str, newline: str) -> Body:
    """Return the body of a block."""
    opening, closing = child(block, "block_start"), child(block, "block_end")
    lines: list[Line] = []
    for item in body_items(block):
        if item.type == "attribute":
            lines.append(Line(f.raw(item.children[0]), f.span(item), f.start(item.children[1])))
        else:
            name, labels = header(f, item)
            lines.append(Line(labels[0] if name == "dynamic" and labels else name, f.span(item)))
    comments = tuple(comment_span(f, node) for _, node in walk(block) if node.type == "comment")
    return Body(
        f,
        f.end(opening) if opening is not None else f.start(block),
        f.start(closing) if closing is not None else f.end(block),
        tuple(lines),
        comments,
        margin,
        newline,
    )
