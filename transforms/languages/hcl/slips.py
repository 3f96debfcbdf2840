"""Slips of the hand that keep a file from being read, and that one repair mends: a brace, a quote, a comma."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from iacfix.transforms.model import Span
from iacfix.transforms.text import applied

CAUSE = "slip"
LONGEST = 200_000
"""Characters of a text beyond which nothing is tried."""

Change = tuple[Span, str]

_STRING = re.compile(r'"(?:\\.|[^"\\])*"')
_COMMENT = re.compile(r"(?:#|//).*$")
_HEREDOC = re.compile(r"<<-?\s*(\w+)\s*$")
_BLOCK = re.compile(r'\s*[\w-]+(?:\s+(?:"[^"]*"|[\w-]+))*\s*\{\s*$')
_DASHES = re.compile(r"(\s*)--+(?=\s)")
_COLON = re.compile(r"(\s*[\w-]+)(\s*:\s*)(?=\S)")
_COMMA = re.compile(r"\s*[\w-]+\s*=.*?(,)\s*$")
_UNQUOTED = re.compile(r'(\s*[\w-]+\s*=\s*"[^"]*?)\s*$')
_ONE_LINE = re.compile(r"(?P<indent>\s*)(?P<head>[\w-]+\s*\{)\s*(?P<inside>[^{}\[\]()]*,[^{}\[\]()]*?)\s*\}\s*$")


class _Line(NamedTuple):
    start: int
    text: str
    plain: str
    """Without comments, and with nothing in its strings."""
    in_block: bool


def remedy(text: str, is_legal: Callable[[str], bool]) -> tuple[Change, ...] | None:
    """Return the changes that let *text* be read, where those of as few kinds as possible are one way only."""
    if len(text) > LONGEST:
        return None
    lines = list(_lines(text))
    kinds = [
        found for way in (_comments, _quotes, _colons, _commas, _one_liners, _braces) if (found := tuple(way(lines)))
    ]
    for size in range(1, len(kinds) + 1):
        tried = [tuple(sorted(itertools.chain(*some))) for some in itertools.combinations(kinds, size)]
        legal = [changes for changes in tried if _apart(changes) and is_legal(applied(text, changes))]
        if legal:
            newline = "\r\n" if "\r\n" in text else "\n"
            return tuple((span, new.replace("\n", newline)) for span, new in legal[0]) if len(legal) == 1 else None
    return None


def _apart(changes: tuple[Change, ...]) -> bool:
    return all(one[0].end <= other[0].start for one, other in itertools.pairwise(changes))


def _lines(text: str) -> Iterator[_Line]:
    start, until = 0, ""
    inside: list[bool] = []
    for whole in text.splitlines(keepends=True):
        line = whole.rstrip("\r\n")
        if until:
            until = "" if line.strip() == until else until
        else:
            plain = _COMMENT.sub("", _STRING.sub('""', line))
            yield _Line(start, line, plain, not inside or inside[-1])
            is_block = bool(_BLOCK.match(_STRING.sub('""', plain)))
            for sign in re.sub(r"\$\{[^}]*\}", "", plain):
                if sign in "{[(":
                    inside.append(is_block and sign == "{")
                elif sign in "}])" and inside:
                    inside.pop()
            heredoc = _HEREDOC.search(plain)
            until = heredoc[1] if heredoc else ""
        start += len(whole)


def _comments(lines: list[_Line]) -> Iterator[Change]:
    for line in lines:
        if found := _DASHES.match(line.text):
            yield Span(line.start + found.end(1), line.start + found.end()), "#"


def _quotes(lines: list[_Line]) -> Iterator[Change]:
    for line in lines:
        if (found := _UNQUOTED.match(line.text)) and line.in_block:
            yield Span(line.start + found.end(1), line.start + found.end(1)), '"'


def _colons(lines: list[_Line]) -> Iterator[Change]:
    for line in lines:
        if (found := _COLON.match(line.plain)) and line.in_block:
            yield Span(line.start + found.start(2), line.start + found.end(2)), " = "


def _commas(lines: list[_Line]) -> Iterator[Change]:
    for line in lines:
        if line.in_block and _COMMA.match(line.plain) and line.text.rstrip().endswith(","):
            at = line.start + len(line.text.rstrip()) - 1
            yield Span(at, at + 1), ""


def _one_liners(lines: list[_Line]) -> Iterator[Change]:
    """Yield the blocks on one line whose arguments commas divide, with a line for each."""
    for line in lines:
        if line.in_block and (found := _ONE_LINE.fullmatch(line.text)):
            indent = found["indent"]
            cuts = [m.start() for m in re.finditer(",", _STRING.sub(lambda s: "_" * len(s[0]), found["inside"]))]
            ends = [-1, *cuts, len(found["inside"])]
            parts = [found["inside"][a + 1 : b].strip() for a, b in itertools.pairwise(ends)]
            pairs = [part.partition("=") for part in parts if part]
            width = max(len(name.rstrip()) for name, _, _ in pairs)
            inner = "".join(f"\n{indent}  {name.rstrip():{width}} = {value.lstrip()}" for name, _, value in pairs)
            yield Span(line.start, line.start + len(line.text)), f"{indent}{found['head']}{inner}\n{indent}}}"


def _braces(lines: list[_Line]) -> Iterator[Change]:
    """Yield the closing braces that the indentation of what follows says are missing."""
    opened: list[tuple[int, str]] = []
    for line in lines:
        depth = len(line.text) - len(line.text.lstrip())
        if line.plain.strip() in {"}", "})", "}]"}:
            while len(opened) > 1 and opened[-1][0] > depth and any(level == depth for level, _ in opened):
                yield Span(line.start, line.start), " " * opened[-1][0] + opened.pop()[1] + "\n"
            if opened:
                opened.pop()
            continue
        if not depth and _BLOCK.match(line.plain):
            while opened:
                yield Span(line.start, line.start), " " * opened[-1][0] + opened.pop()[1] + "\n"
        signs = re.sub(r"\$\{[^}]*\}", "", line.plain)
        if signs.count("{") == signs.count("}") + 1:
            opened.append((depth, "}"))
    last = lines[-1] if lines else None
    while opened and last is not None:
        at = last.start + len(last.text)
        yield Span(at, at), "\n" + " " * opened[-1][0] + opened.pop()[1]
