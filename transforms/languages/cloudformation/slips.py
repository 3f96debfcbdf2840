"""What keeps a template from being read, and can be said in one other way only."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from iacfix.transforms.languages.cloudformation.nodes import AnyNode, List, Map, Scalar, Unreadable, parse_yaml, walk
from iacfix.transforms.languages.cloudformation.remarks import kept
from iacfix.transforms.model import Span
from iacfix.transforms.text import applied

CAUSE = "slip"
LONGEST = 1_000_000
"""Characters of a text beyond which nothing is tried."""

Change = tuple[Span, str]

# --------------------------------------------------------------------------------------------------------------------
# JSON that is not JSON

_TOKEN = re.compile(
    r"""
      (?P<space>\s+)
    | (?P<comment>//[^\r\n]*|/\*.*?\*/|\#[^\r\n]*)
    | (?P<fence>(?:```+|~~~+)[ \t]*(?:json)?[ \t]*(?=\r?\n|\Z))
    | (?P<sign>[\[\]{},:])
    | (?P<string>"(?:[^"\\\r\n]|\\.)*")
    | (?P<lines>"(?:[^"\\]|\\.)*")
    | (?P<single>'[^'"\\\r\n]*')
    | (?P<block>[|>][-+]?[ \t]*(?=\r?\n))
    | (?P<word>[-+.\w]+)
    """,
    re.VERBOSE | re.DOTALL,
)
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?")
_WORDS = {"True": "true", "False": "false", "None": "null"}
_PLURAL = {
    "block": "block scalars of YAML",
    "colon": "colons",
    "comma": "commas",
    "comment": "comments",
    "fence": "marks of Markdown",
    "lines": "line breaks in strings",
    "quote": "quotes",
    "brace": "the last brace",
    "word": "words of Python",
}


class _Unclear(Exception):  # noqa: N818 - it is an answer
    """What is meant cannot be told."""


@dataclass(slots=True)
class _Json:
    """Reads a text that is nearly JSON, and collects what makes it JSON."""

    text: str
    changes: list[Change] = field(default_factory=list["Change"])
    kinds: set[str] = field(default_factory=set[str])
    stack: list[str] = field(default_factory=list[str])
    before: str = "open"  # what the last token was: open, value, comma, colon
    end: int = 0  # where it ended
    named: bool = False  # whether it was a key, which waits for its colon
    comma: int = 0  # where the last comma stands
    comments: list[tuple[int, str]] = field(default_factory=list["tuple[int, str]"])  # by where their change begins

    def change(self, kind: str, start: int, end: int, new: str) -> None:
        """Note a change."""
        self.kinds.add(kind)
        self.changes.append((Span(start, end), new))

    def read(self) -> None:
        """Read all of the text."""
        position = 0
        while position < len(self.text):
            found = _TOKEN.match(self.text, position)
            if found is None or found.lastgroup is None:
                raise _Unclear
            position = self.token(found.lastgroup, found)
        if self.stack == ["{"] and self.before == "value" and self.text[self.end - 1] == "}":
            newline = "\r\n" if "\r\n" in self.text else "\n"
            self.change("brace", self.end, self.end, f"{newline}}}")
        elif self.stack:
            raise _Unclear

    def token(self, kind: str, found: re.Match[str]) -> int:
        """Take one token; return where the next begins."""
        start, end = found.span()
        match kind:
            case "space":
                pass
            case "comment":
                self.comment(start, end)
            case "fence":
                self.fence(start, end)
            case "sign":
                self.sign(found[0], start)
            case "block":
                end = self.block(found)
            case _:
                self.scalar(kind, found)
        return end

    def comment(self, start: int, end: int) -> None:
        """Take a comment out, with the line that it leaves empty."""
        said = self.text[start:end]
        line = self.text.rfind("\n", 0, start) + 1
        after = self.text.find("\n", end) + 1 or len(self.text)
        head, tail = self.text[line:start], self.text[end:after]
        if not head.strip() and not tail.strip():
            start, end = line, after
        elif not tail.strip():
            start = len(self.text[:start].rstrip(" \t"))
        self.comments.append((start, said))
        self.change("comment", start, end, "")

    def fence(self, start: int, end: int) -> None:
        """Take a mark of Markdown out, with its line."""
        if self.stack or self.text[self.text.rfind("\n", 0, start) + 1 : start].strip():
            raise _Unclear
        if self.before == "value":
            start = len(self.text[:start].rstrip())
            self.change("fence", start, end, "")
        else:
            self.change("fence", start, self.text.find("\n", end) + 1 or end, "")

    def sign(self, sign: str, start: int) -> None:
        """Take a bracket, a comma or a colon."""
        match sign:
            case "[" | "{":
                self.value(start)
                self.stack.append(sign)
                self.before = "open"
            case "]" | "}":
                if not self.stack or {"[": "]", "{": "}"}[self.stack.pop()] != sign or self.before == "colon":
                    raise _Unclear
                if self.before == "comma":
                    self.change("comma", self.comma, self.comma + 1, "")
                self.before = "value"
            case ",":
                if self.before != "value":
                    raise _Unclear
                self.before, self.comma = "comma", start
            case _:
                if self.before != "value" or self.stack[-1:] != ["{"]:
                    raise _Unclear
                self.before = "colon"
        self.end, self.named = start + 1, False

    def value(self, start: int) -> None:
        """Make room for a key or a value: a comma is missing where another stands in the line above.

        In the same line as a key, its colon is.
        """
        if self.before == "value" and self.named and "\n" not in self.text[self.end : start]:
            self.change("colon", self.end, self.end, ":")
            self.before = "colon"
        elif self.before == "value":
            if not self.stack or "\n" not in self.text[self.end : start]:
                raise _Unclear
            self.change("comma", self.end, self.end, ",")
            self.before = "comma"

    def scalar(self, kind: str, found: re.Match[str]) -> None:
        """Take a string, a number or a word."""
        start, end = found.span()
        self.value(start)
        is_key = self.stack[-1:] == ["{"] and self.before != "colon"
        text = found[0]
        match kind:
            case "single":
                self.change("quote", start, end, f'"{text[1:-1]}"')
            case "lines":
                self.lines(text, start, end)
            case "word" if is_key and re.fullmatch(r"[A-Za-z_]\w*", text):
                self.change("quote", start, end, f'"{text}"')
            case "word" if text in _WORDS:
                self.change("word", start, end, _WORDS[text])
            case "word" if text not in _WORDS.values() and not _NUMBER.fullmatch(text):
                raise _Unclear
            case _:
                pass
        self.before, self.end, self.named = "value", end, is_key

    def lines(self, text: str, start: int, end: int) -> None:
        """Escape the line breaks of a string; a text that YAML reads has others."""
        try:
            parse_yaml(self.text)
        except Unreadable:
            self.change("lines", start, end, re.sub(r"\r?\n", r"\\n", text).replace("\t", r"\t"))
        else:
            raise _Unclear

    def block(self, found: re.Match[str]) -> int:
        """Write a block scalar of YAML as a string; return where it ends."""
        if self.before != "colon":
            raise _Unclear
        start, end = found.start(), self.text.find("\n", found.end()) + 1
        line = self.text.rfind("\n", 0, start) + 1
        depth = len(self.text[line:]) - len(self.text[line:].lstrip(" \t"))
        first = last = end
        for whole in self.text[end:].splitlines(keepends=True):
            if whole.strip():
                if len(whole) - len(whole.lstrip(" \t")) <= depth:
                    break
                last = first + len(whole.rstrip())
            first += len(whole)
        if last == end:
            raise _Unclear
        if self.text[last - 1] == "," and self.text[last:].lstrip()[:1] not in ("}", "]", ","):
            last -= 1  # it is the comma that JSON has between two entries
        inside = self.text[end:last].replace("\r\n", "\n").expandtabs(2)
        try:
            said = str(yaml.safe_load(f"{found[0].rstrip()}\n{inside}\n"))
        except yaml.YAMLError:
            raise _Unclear from None
        self.change("block", start, last, _quoted(said))
        self.before, self.end = "value", last
        return last


def _quoted(text: str) -> str:
    from iacfix.transforms.languages.cloudformation.print import quoted  # noqa: PLC0415 - it reads what we help to read

    return quoted(text)


def json_remedy(text: str, is_legal: Callable[[str], bool]) -> tuple[str, tuple[Change, ...]] | None:
    """Return what makes JSON of *text*, and its cause, ``json:`` and what it was; None where that cannot be told."""
    if len(text) > LONGEST:
        return None
    reader = _Json(text)
    try:
        reader.read()
    except _Unclear:
        return None
    changes = tuple(sorted(reader.changes))
    if not changes or not is_legal(applied(text, changes)):
        return None
    with_comments = tuple(sorted([*changes, *kept(text, changes, reader.comments)]))
    if is_legal(applied(text, with_comments)):
        changes = with_comments
    return f"json:{', '.join(_PLURAL[kind] for kind in sorted(reader.kinds))}", changes


# --------------------------------------------------------------------------------------------------------------------
# YAML that is not YAML

_PLAIN = re.compile(
    r"""(?P<head>[ \t]*(?:- +)*(?:[\w:.'"/-]+:|-) +(?:![\w:]+ +)?)(?P<text>[^\s'"\[{|>&#!][^\r\n]*?)\s*$"""
)
_PROSE = re.compile(r"(?:Description|Comment|Label|default)['\"]?:|!Sub ")
_TABS = re.compile(r"^[ \t]*\t[ \t]*(?=\S)", re.MULTILINE)
_NESTED = re.compile(
    r"""(?<=!GetAZs |!Base64 )(?P<inner>!(?P<name>Ref|Sub|ImportValue) +(?P<said>'[^'\n]*'|"[^"\n]*"|[\w:]+))"""
)
_WHOLE = re.compile(r"""[\w:'"-]+: +[^\s|>&*#{\[!][^#]*""")
MOST = 50
"""Lines that are mended, before one gives up."""


def yaml_remedy(text: str, is_legal: Callable[[str], bool]) -> tuple[Change, ...] | None:
    """Return what makes YAML of *text*: blanks for tabs, quotes around what must have them, an entry once only."""
    if len(text) > LONGEST:
        return None
    for way in (_untabbed, _line_by_line):
        changes = tuple(way(text))
        if changes and is_legal(applied(text, changes)):
            return changes
    return None


def _untabbed(text: str) -> Iterator[Change]:
    """Yield blanks for the tabs before the first character of a line, if their width makes no difference."""
    readings: dict[str, tuple[Change, ...]] = {}
    nothing: dict[str, int] = {}
    for width in (2, 4, 8):
        changes = tuple((Span(*found.span()), found[0].replace("\t", " " * width)) for found in _TABS.finditer(text))
        try:
            root = parse_yaml(applied(text, changes))
        except Unreadable:
            continue
        if root is None:
            continue
        shape = repr(_shape(root))
        readings.setdefault(shape, changes)
        nothing[shape] = sum(isinstance(node, Scalar) and not node.text and not node.style for node in walk(root))
    likely = [shape for shape in readings if nothing[shape] == min(nothing.values())]
    if len(likely) == 1:  # in another one, what the line belongs to has nothing
        yield from readings[likely[0]]


def _shape(node: AnyNode | None) -> Any:
    """Return what *node* says, for comparison."""
    match node:
        case Map(tag=tag, pairs=pairs):
            return tag, [(key.text, _shape(value)) for key, value in pairs]
        case List(tag=tag, items=items):
            return tag, [_shape(item) for item in items]
        case Scalar(tag=tag, text=text):
            return tag, text
        case _:
            return None


def _line_by_line(text: str) -> Iterator[Change]:
    """Yield what mends the lines that YAML stops at, one after the other."""
    changes: list[Change] = []
    for _ in range(MOST):
        now = applied(text, changes)
        try:
            parse_yaml(now)
        except Unreadable as error:
            line = now.rfind("\n", 0, error.offset) + 1
        else:
            break
        end = now.find("\n", line)
        change = _mended(now, line, end if end >= 0 else len(now))
        if change is None:
            return
        shift = sum(len(new) - (span.end - span.start) for span, new in changes)
        span, new = change
        changes.append((Span(span.start - shift, span.end - shift), new))
    yield from changes


def _mended(text: str, start: int, end: int) -> Change | None:
    """Return what mends the line from *start* to *end*: quotes, the long form of an inner function, or its going."""
    line = text[start:end]
    found = _PLAIN.fullmatch(line)
    if found is not None and _needs_quotes(found["head"], found["text"]):
        said = found["text"].replace("'", "''")
        return Span(start + found.start("text"), start + found.end("text")), f"'{said}'"
    if found := _NESTED.search(line):
        return Span(start + found.start("inner"), start + found.end("inner")), f"{{{_long(found)}}}"
    if end < len(text) and _stands_above(text, start, line.rstrip()):
        return Span(start, end + 1), ""
    return None


def _long(found: re.Match[str]) -> str:
    name = found["name"]
    return f"{name if name == 'Ref' else f'Fn::{name}'}: {found['said']}"


def _stands_above(text: str, start: int, line: str) -> bool:
    """Say whether the same entry, *line*, stands above in the same mapping."""
    depth = len(line) - len(line.lstrip(" "))
    below = text[start:].split("\n", 2)[1]
    if not _WHOLE.fullmatch(line.strip()) or len(below) - len(below.lstrip(" ")) > depth:
        return False
    for above in reversed(text[:start].splitlines()):
        if above.rstrip() == line:
            return True
        if above.strip() and len(above) - len(above.lstrip(" ")) < depth:
            return False
    return False


def _needs_quotes(head: str, text: str) -> bool:
    """Say whether *text* is no plain scalar as it stands: for its first character, or a colon inside of prose."""
    if " #" in text:
        return False
    return text[0] in "@%`*" or (": " in text and bool(_PROSE.search(head)))
