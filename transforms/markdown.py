"""The marks of an answer that was pasted whole: fences around the code, and prose before and behind them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from iacfix.transforms.model import Span
from iacfix.transforms.text import applied

CAUSE = "markdown"

_FENCE = re.compile(r"[ \t]*(?:```+|~~~+)[ \t]*(?P<language>[\w+-]*)[ \t]*\r?\n?")
_COMMENT = ("#", "//")


def remedy(
    text: str, is_legal: Callable[[str], bool], languages: Collection[str]
) -> tuple[tuple[Span, str], ...] | None:
    """Return what takes the fences out of *text* and makes comments of the prose, or None if it is not legal then.

    *languages* are the words behind a fence that name the language of the file.
    """
    if "```" not in text and "~~~" not in text:
        return None
    lines = list(_lines(text))
    fences = [_FENCE.fullmatch(text[slice(*line)]) for line in lines]
    if any(fence and fence["language"].lower() not in {"", *languages} for fence in fences):
        return None
    # A fence that stands alone opens what is behind it, or closes what is before it.
    for inside in (False, True):
        found = tuple(_replaced(text, lines, fences, inside=inside))
        if found and is_legal(applied(text, found)):
            return found
    return None


def _lines(text: str) -> Iterator[Span]:
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield Span(start, end)
        start = end


def _replaced(
    text: str, lines: list[Span], fences: list[re.Match[str] | None], *, inside: bool
) -> Iterator[tuple[Span, str]]:
    """Yield the fences, with the blank lines that they leave at an end of the file, and the prose outside of them."""
    begun = False
    gone: Span | None = None
    for line, fence in zip(lines, fences, strict=True):
        written = text[slice(*line)].strip()
        if fence is not None:
            inside = not inside
            gone = Span(gone.start, line.end) if gone else line
            continue
        if not written and gone is not None and not begun:
            gone = Span(gone.start, line.end)
            continue
        if gone is not None:
            yield gone, ""
            gone = None
        begun = begun or bool(written)
        if written and not inside and not written.startswith(_COMMENT):
            yield Span(line.start, line.start), "# "
    if gone is not None:
        head = text[: gone.start]
        blank = len(head.rstrip()) + len(head[len(head.rstrip()) :].partition("\n")[0]) + 1
        yield Span(min(blank, gone.start), gone.end), ""
