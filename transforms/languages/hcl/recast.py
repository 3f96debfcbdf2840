"""An argument written as a block, a block as an argument, a block taken away around what it holds, and moves.

What stood there keeps its text and its comments; only braces, commas, signs and indents change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from iacfix.transforms.edits import Unsayable
from iacfix.transforms.languages.hcl.body import Body, Line
from iacfix.transforms.languages.hcl.layout import Box, Change, apply, box_of
from iacfix.transforms.languages.hcl.print import Printer
from iacfix.transforms.languages.hcl.strings import IDENTIFIER
from iacfix.transforms.languages.hcl.syntax import Fragment, walk
from iacfix.transforms.model import Entry, Mapping, Sequence, Span, Value


@dataclass(frozen=True)
class Recast:
    """One line of a body, to be written another way."""

    printer: Printer
    body: Body
    line: Line
    entry: Entry

    @property
    def margin(self) -> str:
        """The white space before it."""
        return self.body.indent if not self.body.inline else self.body.margin

    def argument(self, of: str) -> Change:
        """Write a block as an argument: an object, or the value of the block's argument *of*."""
        origin = self.entry.value.origin
        if not isinstance(self.entry.value, Mapping) or origin is None:
            raise Unsayable("what a dynamic block generates cannot be written as an argument")
        if of:
            value = self.entry.value.get(of)
            text = self.printer.source(value.origin) if value is not None else None
            return Change(*self.line.span, f"{self.entry.name} = {text}")
        return Change(origin.span.start, origin.span.start, "= ")

    # ------------------------------------------------------------------------------------------------ blocks

    def blocks(self) -> Change:
        """Write an object, or a list of them, as blocks."""
        match self.entry.value:
            case Mapping(block=False) as value:
                texts = [self._braces(value)]
            case Sequence(items=items) as value:
                if self._box(value).comments:
                    raise Unsayable("there are comments between the items")
                texts = [self._braces(item) for item in items]
            case _:
                raise Unsayable("only objects can be written as blocks")
        newline, margin = self.body.newline, self.margin
        blocks = f"{newline}{newline}{margin}".join(f"{self.entry.name} {text}" for text in texts)
        before, behind = self._apart()
        start, end = self.line.span
        if before and self.body.text(start - len(margin), start) == margin:
            return Change(start - len(margin), end, f"{newline}{margin}{blocks}{newline * behind}")
        return Change(start, end, f"{blocks}{newline * behind}")

    def _apart(self) -> tuple[bool, bool]:
        """Say whether an argument stands directly before, and anything directly behind the line."""
        (start, end), lines = self.line.span, self.body.lines
        index = lines.index(self.line)
        before = bool(index) and not lines[index - 1].is_block
        before = before and self.body.text(lines[index - 1].span.end, start).count("\n") == 1
        behind = index + 1 < len(lines) and self.body.line_end(end) == end
        return before, behind and self.body.text(end, lines[index + 1].span.start).count("\n") == 1

    def _box(self, value: Value) -> Box:
        again = self.printer.reread(value.origin, block=False)
        box = box_of(again.fragment, again.node) if again is not None else None
        if box is None or value.origin is None or box.opening != value.origin.span.start + 1:
            raise Unsayable("the brackets are not where they were expected")
        return box

    def _braces(self, value: Value) -> str:
        """Return the text of an object as that of a block, indented like the line."""
        if not isinstance(value, Mapping) or value.origin is None:
            raise Unsayable("only objects can be written as blocks")
        box, span = self._box(value), value.origin.span
        inline = bool(box.elements) and not box.multiline
        width = max((len(_key(box, i)) for i in range(len(box.elements))), default=0) if inline else 0
        changes = [change for i in range(len(box.elements)) for change in self._element(box, i, width)]
        if inline:
            last = max([box.elements[-1].end, *(at + 1 for at in box.commas)])
            changes.append(Change(box.opening, box.elements[0].start, f"{self.body.newline}{self.margin}  "))
            changes.append(Change(last, box.closing, f"{self.body.newline}{self.margin}"))
        text = self.printer.source(value.origin) or ""
        last_line = text.rpartition("\n")[2] if "\n" in text else ""
        deeper = len(last_line) - len(last_line.lstrip(" ")) - len(self.margin) if last_line else 0
        return apply(text, [*changes, *_dedented(box.fragment, span, deeper)], span.start)

    def _element(self, box: Box, index: int, width: int) -> Iterator[Change]:
        """Yield what makes an element of an object a line of a block."""
        (start, end), sign, f = box.elements[index], box.signs[index], box.fragment
        name, room = _key(box, index), sign - start - 1
        if not IDENTIFIER.fullmatch(name):
            raise Unsayable(f"{name} cannot be the name of an argument")
        yield Change(start, sign + 1, f"{name:<{width or max(room, len(name))}} =")
        last = index + 1 == len(box.elements)
        limit = box.closing if last else box.elements[index + 1].start
        comma = next((at for at in box.commas if end <= at < limit), None)
        if comma is None:
            return
        if last or "\n" in f.slice(comma, limit):
            yield Change(comma, comma + 1, "")
        else:
            yield Change(comma, limit, f"{self.body.newline}{box.indent if box.multiline else f'{self.margin}  '}")

    # ------------------------------------------------------------------------------------------------ unwrapping

    def unwrapped(self) -> Iterator[Change]:
        """Take a block's braces away."""
        again = self.printer.reread(self.entry.value.origin, block=True)
        if again is None or not isinstance(self.entry.value, Mapping):
            raise Unsayable("only a plain block can be taken away around what it holds")
        inner = self.printer.body_of(again, self.entry.value)
        inside = inner.text(inner.opening, inner.closing)
        first = inner.opening + len(inside) - len(inside.lstrip())
        last = inner.opening + len(inside.rstrip())
        if first >= last:
            raise Unsayable("there is nothing in the block")
        yield Change(self.line.span.start, first, "")
        yield from _dedented(inner.fragment, Span(first, last), len(inner.indent) - len(self.margin))
        yield Change(last, self.line.span.end, "")


def _key(box: Box, index: int) -> str:
    """Return the key of an element of an object, without quotes."""
    return box.fragment.slice(box.elements[index].start, box.signs[index]).rstrip().strip('"')


# --------------------------------------------------------------------------------------------------------------------
# Moving


def whole(body: Body, line: Line) -> Span:
    """Return a line with the comments on it and directly above it."""
    start = line.span.start
    for comment in reversed([c for c in body.comments if body.opening <= c.start and c.end <= line.span.start]):
        between = body.text(comment.end, start)
        own_line = not body.text(body.opening, comment.start).rpartition("\n")[2].strip()
        if between.strip() or between.count("\n") > 1 or not own_line or "\n" not in body.text(body.opening, start):
            break
        start = comment.start
    return Span(start, body.line_end(line.span.end))


def moved(body: Body, lines: list[Line], into: Body | str) -> list[Change]:
    """Write *lines* at the end of *into*, or into a new block of that name."""
    if isinstance(into, Body):
        deeper = len(body.indent) - len(into.indent)
        texts = [_reindented(body, whole(body, line), deeper) for line in lines]
        if len(lines) == 1 and lines[0].is_block:
            return [*_removed(body, lines), into.insert(lines[0].name, texts[0], is_block=True)]
        return [*_removed(body, lines), _appended(into, texts)]
    texts = [_reindented(body, whole(body, line), -2) for line in lines]
    inner = "".join(f"{body.indent}  {text}{body.newline}" for text in texts)
    block = f"{into} {{{body.newline}{inner}{body.indent}}}"
    insert = body.insert(into, block, is_block=True)
    for change, line in zip(_removed(body, lines), lines, strict=True):
        if change.start <= insert.start <= change.end:
            others = [each for each in lines if each is not line]
            return [*_removed(body, others), _instead(body, whole(body, line), block)]
    return [*_removed(body, lines), insert]


def _instead(body: Body, span: Span, block: str) -> Change:
    """Write *block* where *span* was, with a blank line to what stands directly above and below."""
    head = body.text(body.opening, span.start).rpartition("\n")
    above, below = head[0].rpartition("\n")[2], body.text(span.end, body.closing).partition("\n")[2].partition("\n")[0]
    opens = "\n" not in head[0]
    before = body.newline if above.strip() and not opens else ""
    behind = body.newline if below.strip() else ""
    return Change(span.start - len(head[2]), span.end, f"{before}{head[2]}{block}{behind}")


def _removed(body: Body, lines: Iterable[Line]) -> Iterator[Change]:
    return (body.remove(line, whole(body, line)) for line in lines)


def _appended(into: Body, texts: list[str]) -> Change:
    lines = "".join(f"{into.newline}{into.indent}{text}" for text in texts)
    if into.inline:
        old = into.text(into.opening, into.closing).strip()
        before = f"{into.newline}{into.indent}{old}" if old else ""
        return Change(into.opening, into.closing, f"{before}{lines}{into.newline}{into.margin}")
    arguments = [line for line in into.lines if not line.is_block and line.name not in {"depends_on", "lifecycle"}]
    at = into.line_end(arguments[-1].span.end if arguments else into.opening)
    return Change(at, at, lines)


def _reindented(body: Body, span: Span, deeper: int) -> str:
    """Return the text of a line that stood *deeper* than it will; less than zero: it will stand deeper."""
    text = body.text(*span)
    if deeper > 0:
        return apply(text, _dedented(body.fragment, span, deeper), span.start)
    starts = [at for at in _line_starts(body.fragment, span) if body.text(at, span.end).partition("\n")[0].strip()]
    return apply(text, [Change(at, at, " " * -deeper) for at in starts], span.start)


def _dedented(f: Fragment, span: Span, width: int) -> Iterator[Change]:
    """Yield what takes *width* spaces from the lines that begin in *span*."""
    for start in _line_starts(f, span) if width > 0 else ():
        line = f.slice(start, span.end)
        spaces = min(len(line) - len(line.lstrip(" ")), width)
        if spaces:
            yield Change(start, start + spaces, "")


def _line_starts(f: Fragment, span: Span) -> list[int]:
    """Return where lines begin in *span*, but for those of heredocs."""
    heredocs = [f.span(node) for _, node in walk(f.root) if node.type == "heredoc_template"]
    text = f.slice(*span)
    starts = [span.start + i + 1 for i, character in enumerate(text) if character == "\n"]
    return [start for start in starts if not any(h.start < start <= h.end for h in heredocs)]
