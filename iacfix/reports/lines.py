"""Edits as whole lines: what editors, reviews and other tools can take."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from iacfix.transforms.outcome import Edited


@dataclass(frozen=True, slots=True)
class Block:
    """The lines from *first* up to *last*, counted from 0, become *text*; with equal ends it is put before *first*."""

    first: int
    last: int
    text: str


def lines_of(text: str) -> list[str]:
    r"""Return the lines of *text* with their ends; only ``\n`` ends a line, as git has it."""
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])


def blocks(text: str, edits: Iterable[Edited]) -> list[Block]:
    """Return *edits* of *text* as blocks that share no line, in order."""
    found: list[Block] = []
    waiting: list[Edited] = []
    for edit in sorted(set(edits), key=lambda edit: edit.span):
        if waiting and _extent(text, edit)[0] < max(_extent(text, one)[1] for one in waiting):
            waiting.append(edit)
            continue
        if waiting:
            found.append(_block(text, waiting))
        waiting = [edit]
    if waiting:
        found.append(_block(text, waiting))
    return found


def apply(text: str, changes: Iterable[Block]) -> str:
    """Return *text* with the lines of *changes* put in."""
    lines = lines_of(text)
    for block in sorted(changes, key=lambda block: (block.first, block.last), reverse=True):
        lines[block.first : block.last] = [block.text]
    return "".join(lines)


def _extent(text: str, edit: Edited) -> tuple[int, int]:
    """Return the offsets of the whole lines that *edit* changes; nothing but a place where it inserts whole lines."""
    start, end = edit.span
    first = text.rfind("\n", 0, start) + 1
    whole = first == start and (not edit.after or edit.after.endswith("\n"))
    if whole and (end == first or text[end - 1 : end] == "\n"):
        return start, end
    last = text.find("\n", end)
    if end > start and text[end - 1] == "\n" and edit.after.endswith("\n"):
        return first, end
    return first, len(text) if last < 0 else last + 1


def _block(text: str, edits: list[Edited]) -> Block:
    start = min(_extent(text, edit)[0] for edit in edits)
    end = max(_extent(text, edit)[1] for edit in edits)
    new: list[str] = []
    offset = start
    for edit in edits:
        new += [text[offset : edit.span.start], edit.after]
        offset = edit.span.end
    new.append(text[offset:end])
    first = text.count("\n", 0, start)
    # What is put behind a last line without an end continues that line.
    return Block(first, first + len(lines_of(text[start:end])), "".join(new))
