"""Text: splicing it, remembering who wrote what, and documents that no language reads."""

from __future__ import annotations

import difflib
import json
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from iacfix.transforms.edits import AppendLine, CreateFile, Edit, ReplaceText, SetRegion, Splice, Unsayable
from iacfix.transforms.model import Document, Span


def applied(text: str, changes: Sequence[tuple[Span, str]]) -> str:
    """Return *text* with *changes* made, which are in its order."""
    for span, new in reversed(changes):
        text = text[: span.start] + new + text[span.end :]
    return text


_MARKS = re.compile(r"\A(?://|/\*|\#)|\*/\Z|^[ \t]*\*(?=\s)", re.MULTILINE)


def remark(comment: str) -> str:
    """Return what *comment* says, on one line, without what marks it as one; nothing of a mere line."""
    said = " ".join(_MARKS.sub("", comment.strip()).split()).strip("-=*#~ ")
    return said if re.search(r"\w", said) else ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text: either kept from the original (*text* is None), or written by *authors*.

    What is kept is the original's *span*; what is written stands where the original's *span* (empty) was.
    """

    span: Span
    text: str | None = None
    authors: frozenset[int] = frozenset()

    def __len__(self) -> int:
        """Return how many characters it has in the text as it is."""
        return self.span.end - self.span.start if self.text is None else len(self.text)


class Ledger:
    """One document through all its rewrites: which characters are the original's, and which fix wrote the others.

    That nothing changes outside the edits holds by construction: the text is put together from stretches of the
    original and from what fixes wrote, and `edits` lists all of the latter.
    """

    def __init__(self, original: str) -> None:
        """Begin with the original as it is."""
        self.original = original
        self._pieces: list[Piece] = [Piece(Span(0, len(original)))]

    @property
    def text(self) -> str:
        """The text as it is now."""
        return "".join(self._text(piece) for piece in self._pieces)

    def copy(self) -> Ledger:
        """Return a ledger that can be written in without changing this one."""
        other = Ledger(self.original)
        other._pieces = list(self._pieces)
        return other

    def splice(self, start: int, end: int, text: str, authors: frozenset[int]) -> None:
        """Put *text* in place of the characters from *start* to *end* of the text as it is now."""
        before, rest = self._divide(self._pieces, start)
        gone, after = self._divide(rest, end - start)
        inherited = authors.union(*(piece.authors for piece in gone))
        place = gone[0].span.start if gone else after[0].span.start if after else len(self.original)
        self._pieces = [*before, Piece(Span(place, place), text, inherited), *after]

    def original_offset(self, offset: int) -> int:
        """Return where in the original the character at *offset* stood; for what was written, where it was put."""
        passed = 0
        for piece in self._pieces:
            if offset < passed + len(piece):
                return piece.span.start + (offset - passed if piece.text is None else 0)
            passed += len(piece)
        return len(self.original)

    def edits(self) -> Iterator[tuple[Span, str, frozenset[int]]]:
        """Yield what changed: a span of the original, what stands there now, and who wrote it."""
        position, written, authors = 0, "", frozenset[int]()
        for piece in [*self._pieces, Piece(Span(len(self.original), len(self.original)))]:
            if piece.text is not None:
                written += piece.text
                authors |= piece.authors
                continue
            if len(piece) == 0 and piece.span.start < len(self.original):
                continue
            span = Span(position, piece.span.start)
            if authors and self.original[slice(*span)] != written:
                yield span, written, authors
            position, written, authors = piece.span.end, "", frozenset()

    def _text(self, piece: Piece) -> str:
        return self.original[slice(*piece.span)] if piece.text is None else piece.text

    def _divide(self, pieces: list[Piece], offset: int) -> tuple[list[Piece], list[Piece]]:
        """Divide *pieces* after *offset* characters."""
        for position, piece in enumerate(pieces):
            if offset < len(piece) or (offset == 0 and piece.text is None):
                if offset == 0:
                    return pieces[:position], pieces[position:]
                left, right = self._cut(piece, offset)
                return [*pieces[:position], left], [right, *pieces[position + 1 :]]
            offset -= len(piece)
        return pieces, []

    def _cut(self, piece: Piece, offset: int) -> tuple[Piece, Piece]:
        if piece.text is None:
            middle = piece.span.start + offset
            return Piece(Span(piece.span.start, middle)), Piece(Span(middle, piece.span.end))
        return (
            Piece(piece.span, piece.text[:offset], piece.authors),
            Piece(piece.span, piece.text[offset:], piece.authors),
        )


def changes(before: str, after: str) -> list[tuple[Span, str]]:
    """Return the lines that differ, as spans of *before* and the text that replaces them."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    starts = [0]
    for line in old:
        starts.append(starts[-1] + len(line))
    if len(old) == len(new):
        pairs = zip(old, new, strict=True)
        return [(Span(starts[i], starts[i + 1]), b) for i, (a, b) in enumerate(pairs) if a != b]
    blocks = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [(Span(starts[a], starts[b]), "".join(new[c:d])) for tag, a, b, c, d in blocks if tag != "equal"]


def closed_up(splices: Sequence[Splice], position: int, text: str) -> Splice:
    """Return the splice at *position*, in order, with the blank line behind it where several removals meet at one.

    Each by itself left a blank line above what follows; together they would leave two.
    """
    splice = splices[position]
    first = position
    while first and _meet(splices[first - 1], splices[first]):
        first -= 1
    more = position + 1 < len(splices) and _meet(splice, splices[position + 1])
    if first == position or more or not _BLANK_ABOVE.search(text[: splices[first].start]):
        return splice
    below = _BLANK.match(text, splice.end)
    return replace(splice, end=below.end()) if below and text[: splice.end].endswith("\n") else splice


_BLANK = re.compile(r"[ \t]*\r?\n")
_BLANK_ABOVE = re.compile(r"\n[ \t]*\r?\n\Z")


def _meet(one: Splice, other: Splice) -> bool:
    """Say whether both take text away, the *other* right behind the *one*."""
    return one.path == other.path and one.end == other.start and not (one.text or other.text or one.inserts)


def with_comments(splice: Splice, text: str, comments: Iterable[tuple[int, int]]) -> Splice:
    """Return a replacement with the comments at the ends of the lines that it replaces, where such a line is left.

    *comments* are the spans of the comments in *text*. A value that keeps its lines keeps their comments; one that
    becomes a single line, with nothing behind it, takes a single comment along.
    """
    inside = [(start, end) for start, end in comments if splice.start <= start and end <= splice.end]
    inside = [(start, end) for start, end in inside if text[start:end].strip() not in splice.text]
    at_line_ends = all(text[end : end + 1] in {"", "\n", "\r"} for _, end in inside)
    if not inside or splice.inserts or not at_line_ends:
        return splice
    lines = splice.text.split("\n")
    old = text[splice.start : splice.end]
    if len(lines) == 1 and len(inside) == 1 and text[splice.end : splice.end + 1] in {"", "\n", "\r"}:
        ((start, end),) = inside
        return replace(splice, text=f"{splice.text}{_gap(text, start)}{text[start:end]}")
    if len(lines) != old.count("\n") + 1:
        return splice
    for start, end in inside:
        line = text.count("\n", splice.start, start)
        ending = "\r" if lines[line].endswith("\r") else ""
        lines[line] = f"{lines[line].removesuffix(ending)}{_gap(text, start)}{text[start:end]}{ending}"
    return replace(splice, text="\n".join(lines))


def _gap(text: str, offset: int) -> str:
    """Return the white space before *offset* on its line."""
    head = text[text.rfind("\n", 0, offset) + 1 : offset]
    return head[len(head.rstrip()) :] or " "


def overlap(one: Splice, other: Splice) -> bool:
    """Say whether both cannot be made at once. Insertions at one position can; touching replacements cannot."""
    if one.path != other.path or one == other or (one.inserts and other.inserts):
        return False
    return one.start <= other.end and other.start <= one.end


def splices(edit: Edit, path_text: str | None) -> list[Splice]:
    """Return the splices of an edit of a `Text` document whose text is *path_text* (None: absent).

    Raises Unsayable for an edit that is none, and for one that the document does not allow.
    """
    match edit:
        case CreateFile(path=path, text=text):
            if path_text is not None:
                raise Unsayable(f"{path} is there already")
            return [Splice(path, 0, 0, text, creates=True)]
        case ReplaceText(path=path, span=span, text=text):
            if path_text is None:
                raise Unsayable(f"{path} cannot be read")
            return [Splice(path, span.start, span.end, text)]
        case AppendLine(path=path, line=line):
            if path_text is None:
                return [Splice(path, 0, 0, f"{line}\n", creates=True)]
            if line in path_text.splitlines():
                return []
            newline = "\r\n" if "\r\n" in path_text else "\n"
            gap = newline if path_text and not path_text.endswith("\n") else ""
            return [Splice(path, len(path_text), len(path_text), f"{gap}{line}{newline}")]
        case SetRegion(path=path, mark=mark, text=text):
            return _region(path, mark, text, path_text)
        case _:
            raise Unsayable(f"{type(edit).__name__} is not an edit of a text")


def _region(path: str, mark: str, text: str, old: str | None) -> list[Splice]:
    begin, end = f"<!-- iacfix:{mark} -->", f"<!-- /iacfix:{mark} -->"
    region = f"{begin}\n{text.rstrip()}\n{end}\n"
    if old is None:
        return [Splice(path, 0, 0, region, creates=True)]
    start, stop = old.find(begin), old.find(end)
    if start < 0 or stop < start:
        gap = "\n" if old.endswith("\n") else "\n\n" if old else ""
        return [Splice(path, len(old), len(old), f"{gap}{region}")]
    stop += len(end) + (1 if old[stop + len(end) : stop + len(end) + 1] == "\n" else 0)
    return [Splice(path, start, stop, region)] if old[start:stop] != region else []


def objection(document: Document) -> str:
    """Return what the checker of a `Text` document has against it, empty when it is fine or has no checker."""
    match document.path.rpartition(".")[2].lower():
        case "py":
            try:
                compile(document.text, document.path, "exec", dont_inherit=True)
            except (SyntaxError, ValueError, RecursionError) as error:
                return f"Python cannot compile it: {error}"
        case "sh" | "bash" if bash := shutil.which("bash"):
            checked = subprocess.run(
                [bash, "-n"], input=document.encode(), capture_output=True, check=False, timeout=20
            )
            if checked.returncode:
                return f"bash cannot parse it: {checked.stderr.decode(errors='replace').strip()}"
        case "json":
            try:
                json.loads(document.text)
            except (ValueError, RecursionError) as error:
                return f"it is not JSON: {error}"
        case _:
            pass
    return ""
