"""The verdict of parsers that are not ours.

``pygohcl`` is Terraform's own and reads the whole file. Where it is not installed, python-hcl2, which is slow and
rejects some of what is legal, is shown the blocks that were edited.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterable

from iacfix.transforms.languages.hcl.read import is_json, source_of
from iacfix.transforms.model import Document, Origin, Problem, Span

_PLACE = re.compile(r"\S+?:(\d+),(\d+)-\S+: (?P<message>[^,]*(?:,(?! \S+?:\d+,\d+-)[^,]*)*)")


def confirm(before: Document | None, after: Document, edited: Iterable[tuple[int, int]]) -> Problem | None:
    """Return what another parser has against *after* and had not against *before*."""
    if is_json(after.path):
        return None
    if importlib.util.find_spec("pygohcl") is None:  # it is an extra
        return _edited_blocks(before, after, edited)
    message = _of_terraform(after.text)
    if message is None or (before is not None and _of_terraform(before.text) is not None):
        return None
    place = _PLACE.search(message)
    if place is None:
        return Problem(message, Origin(after.path, Span(0, 0)))
    at = _offset(after.text, int(place[1]), int(place[2]))
    return Problem(place["message"], Origin(after.path, Span(at, at)))


def _offset(text: str, line: int, column: int) -> int:
    """Return the offset of a line and column, as far as the text goes."""
    start = 0
    for _ in range(line - 1):
        start = text.find("\n", start) + 1
    return min(start + column - 1, len(text))


def _of_terraform(text: str) -> str | None:
    """Return what Terraform's own parser says against *text*, or None."""
    import pygohcl  # noqa: PLC0415 - an extra

    try:
        pygohcl.loads(text)
    except pygohcl.HCLParseError as error:
        return str(error).removeprefix("invalid HCL: ")
    except pygohcl.HCLInternalError:  # it parsed, and then could not evaluate
        return None
    return None


def _edited_blocks(before: Document | None, after: Document, edited: Iterable[tuple[int, int]]) -> Problem | None:
    """Show python-hcl2 the top-level blocks that have something new in them."""
    spans = list(edited)
    old = _blocks(before) if before is not None else {}
    for header, span in _blocks_with_spans(after):
        text = after.text[slice(*span)]
        new = any(start <= span.end and end >= span.start for start, end in spans)
        if new and (message := _of_python(text)) is not None and not (header in old and _of_python(old[header])):
            return Problem(message, Origin(after.path, span))
    return None


def _blocks_with_spans(document: Document) -> list[tuple[tuple[str, ...], Span]]:
    source = source_of(document)
    headers = {item.span: (item.type, *item.labels) for item in source.items}
    return [(headers[span], span) for span in source.tops]


def _blocks(document: Document) -> dict[tuple[str, ...], str]:
    return {header: document.text[slice(*span)] for header, span in _blocks_with_spans(document)}


def _of_python(text: str) -> str | None:
    """Return what python-hcl2 says against *text*, or None."""
    import hcl2  # noqa: PLC0415 - half a second

    try:
        hcl2.loads(f"{text}\n")
    except Exception as error:  # noqa: BLE001 - what it raises is the business of its parser
        return str(error).split("\n", 1)[0]
    return None
