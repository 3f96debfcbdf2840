"""Comments of a JSON template, which JSON has not, as the metadata that CloudFormation has in their place.

A comment belongs to the resource that it stands in, in front of, or behind on the same line, and else to the template:
both take ``Metadata`` of any kind.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-metadata.html
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from iacfix.transforms.languages.cloudformation.nodes import AnyNode, Map, Unreadable, parse_json
from iacfix.transforms.model import Span
from iacfix.transforms.text import applied, remark

Change = tuple[Span, str]

METADATA, COMMENT = "Metadata", "Comment"
_FIRST = {"AWSTemplateFormatVersion", "Description", "Type"}  # what metadata stands behind


def kept(text: str, changes: Sequence[Change], comments: Sequence[tuple[int, str]]) -> tuple[Change, ...]:
    """Return what writes *comments* into the metadata of what they are about, beside *changes* that take them out.

    Each comes with where the change begins that takes it out. Nothing is returned where one of them has no place.
    """
    now = applied(text, changes)
    try:
        root = parse_json(now)
    except Unreadable:
        return ()
    homes: dict[int, tuple[Map, list[str]]] = {}
    for start, comment in comments:
        home = _home(root, now, _forward(start, changes))
        if home is None:
            return ()
        if said := remark(comment):
            homes.setdefault(home.start, (home, []))[1].append(said)
    found: list[Change] = []
    for home, texts in homes.values():
        place = _written(home, now, texts[0] if len(texts) == 1 else texts)
        if place is None:
            return ()
        position, new = place
        found.append((Span(*[_back(position, changes)] * 2), new))
    return tuple(found)


def _home(root: AnyNode, text: str, offset: int) -> Map | None:
    """Return the resource, or the template, that a comment at *offset* is about."""
    resources = root.get("Resources") if isinstance(root, Map) else None
    if isinstance(resources, Map) and resources.start < offset < resources.end:
        for key, value in resources.pairs:
            near = offset <= value.end or "\n" not in text[value.end : offset]
            if near or key.start >= offset:
                return value if isinstance(value, Map) else None
    return root if isinstance(root, Map) else None


def _written(home: Map, text: str, said: str | list[str]) -> tuple[int, str] | None:
    """Return where metadata stands in *home*, and its text."""
    if not home.pairs:
        return None
    standing = home.get(METADATA)
    if standing is not None:
        if not isinstance(standing, Map) or not standing.pairs or standing.get(COMMENT) is not None:
            return None
        first = standing.pairs[0][0].start
        return first, f'"{COMMENT}": {json.dumps(said, ensure_ascii=False)},{_gap(text, standing.start, first)}'
    keys = [key for key, _ in home.pairs]
    before = next((key for key in keys if key.text not in _FIRST), None)
    gap = _gap(text, home.start, keys[0].start)
    new = f'"{METADATA}": {_object(said, text, gap)}'
    if before is None:
        return home.pairs[-1][1].end, f",{gap}{new}"
    return before.start, f"{new},{gap}"


def _gap(text: str, start: int, first: int) -> str:
    """Return what stands between two entries of an object that begins at *start*: a blank, or a line break."""
    between = text[start + 1 : first]
    line = between.rfind("\n")
    newline = "\r\n" if "\r\n" in between else "\n"
    return newline + between[line + 1 :] if line >= 0 else " "


def _object(said: str | list[str], text: str, gap: str) -> str:
    """Return the metadata, laid out as objects of the template are."""
    value = json.dumps(said, ensure_ascii=False)
    inline = re.search(r'\{( *)"[^"\n]*":[^\n]*?\}', text)
    if inline or "\n" not in gap:
        pad = inline[1] if inline else ""
        return f'{{{pad}"{COMMENT}": {value}{pad}}}'
    step = re.search(r"\n([ \t]+)", text)
    return f'{{{gap}{step[1] if step else "  "}"{COMMENT}": {value}{gap}}}'


def _forward(position: int, changes: Sequence[Change]) -> int:
    """Return where *position* of a text is once *changes* are made."""
    return position + sum(len(new) - (span.end - span.start) for span, new in changes if span.end <= position)


def _back(position: int, changes: Sequence[Change]) -> int:
    """Return where *position* of a text was before *changes* were made."""
    shift = 0
    for span, new in sorted(changes):
        if span.start + shift + len(new) > position:
            break
        shift += len(new) - (span.end - span.start)
    return position - shift
