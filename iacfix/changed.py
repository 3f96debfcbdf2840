"""Only what changed: the lines that were added since a commit, in the work tree as it stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from iacfix.errors import Refusal
from iacfix.git import Repository
from iacfix.reports.lines import lines_of
from iacfix.reports.patch import opcodes
from iacfix.transforms.model import Document
from iacfix.transforms.outcome import Candidate

_HUNK = re.compile(rb"@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@")
_ESCAPED = re.compile(rb"\\([0-7]{3}|.)")
_PLAIN = {b"a": b"\a", b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v"}
EVERYTHING = ((1, 1 << 40),)

Read = Callable[[str], Document | None]


@dataclass(frozen=True, slots=True)
class ChangedLines:
    """The added lines of each file, as ranges with both ends in, and the lines behind which some were deleted."""

    added: dict[str, tuple[tuple[int, int], ...]]
    deleted: dict[str, tuple[int, ...]] = field(default_factory=dict[str, tuple[int, ...]])

    def touches(self, candidate: Candidate, read: Read) -> bool:
        """Say whether the finding, an edit of its fix, or a deletion in its block is among the changes."""
        for path, span in candidate.touched:
            if (ranges := self.added.get(path)) and (document := read(path)):
                first = document.position(span.start).line
                last = document.position(max(span.start, span.end - 1)).line
                if meets(ranges, first, last):
                    return True
        return self._deleted_in_block(candidate, read)

    def _deleted_in_block(self, candidate: Candidate, read: Read) -> bool:
        origin = candidate.finding.resource.origin
        if origin is None or not (places := self.deleted.get(origin.path)):
            return False
        now = candidate.component.documents.get(origin.path)
        before = read(origin.path)
        if now is None or before is None:
            return False
        first = _line_before(before.text, now.text, now.position(origin.span.start).line)
        last = _line_before(before.text, now.text, now.position(max(origin.span.start, origin.span.end - 1)).line)
        return any(first <= place < last for place in places)


def meets(ranges: tuple[tuple[int, int], ...], first: int, last: int) -> bool:
    """Say whether the lines from *first* to *last* meet one of *ranges*, which are in order."""
    position = bisect_left(ranges, first, key=lambda ends: ends[1])
    return position < len(ranges) and ranges[position][0] <= last


def base_of(repository: Repository | None, reference: str) -> str:
    """Return the commit that *reference* and HEAD have in common; raises Refusal with the command that would help."""
    if repository is None:
        raise Refusal("--since needs a git repository, and this is none")
    if (head := repository.commit("HEAD")) is None:
        raise Refusal("--since needs a commit, and there is none yet")
    if (other := repository.commit(reference)) is None:
        branch = reference.removeprefix("origin/")
        raise Refusal(f"--since: there is no commit {reference!r} here; fetch it: git fetch origin {branch}")
    if base := repository.merge_base(other, head):
        return base
    if repository.shallow():
        raise Refusal(
            f"--since: the history is cut off before {reference} and HEAD meet (a shallow clone); "
            "fetch all of it: git fetch --unshallow"
        )
    raise Refusal(f"--since: {reference} and HEAD have no commit in common")


def since(repository: Repository, base: str) -> ChangedLines:
    """Return what changed between the commit *base* and the work tree, staged and untracked files included."""
    found = changed_in(repository.diff(base, "--unified=0", "--inter-hunk-context=0"))
    return ChangedLines(found.added | dict.fromkeys(repository.untracked(), EVERYTHING), found.deleted)


def changed_in(diff: bytes) -> ChangedLines:
    """Return the added lines and the deletions of a unified diff; with context, that counts as added."""
    added: dict[str, list[tuple[int, int]]] = {}
    deleted: dict[str, list[int]] = {}
    for path, start, count in hunks_of(diff):
        if count:
            added.setdefault(path, []).append((start, start + count - 1))
        else:
            deleted.setdefault(path, []).append(start)
    return ChangedLines(
        {path: tuple(ranges) for path, ranges in added.items()}, {path: tuple(lines) for path, lines in deleted.items()}
    )


def hunks_of(diff: bytes) -> Iterator[tuple[str, int, int]]:
    """Yield the hunks of a unified diff: the new path, the first line and the number of lines on the new side."""
    path: str | None = None
    header = False
    for line in diff.split(b"\n"):
        # A removed line "-- x" looks like a header of a file, so that only those above the first hunk are.
        if line.startswith(b"diff --git "):
            path, header = None, True
        elif header and line.startswith(b"+++ "):
            path = _path(line[4:])
        elif (match := _HUNK.match(line)) and path is not None:
            header = False
            yield path, int(match[1]), 1 if match[2] is None else int(match[2])


def _path(name: bytes) -> str | None:
    """Return the path behind ``+++``, None for a file that was deleted."""
    name = name.removesuffix(b"\t")
    if name.startswith(b'"'):
        name = _ESCAPED.sub(lambda m: _PLAIN.get(m[1]) or _octal(m[1]), name[1:-1])
    return name[2:].decode(errors="surrogateescape") if name.startswith(b"b/") else None


def _octal(digits: bytes) -> bytes:
    return bytes([int(digits, 8)]) if len(digits) == 3 else digits


def _line_before(before: str, now: str, line: int) -> int:
    """Return which line of *before* the *line* of *now* was; the one that it took the place of when it is new."""
    if before == now:
        return line
    for tag, a, b, c, d in _opcodes(before, now):
        if c < line <= d:
            return a + line - c if tag == "equal" else min(a + line - c, max(b, 1))
    return line


@lru_cache(maxsize=16)
def _opcodes(before: str, now: str) -> list[tuple[str, int, int, int, int]]:
    return opcodes(lines_of(before), lines_of(now))
